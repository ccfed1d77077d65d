// What to type for an area of need (the areas of the comprehensive assessment), in the words directories are written in.
const words: Record<string, string> = {
  'physical-health': 'health clinic', function: 'home care', cognition: 'memory', 'behavioral-health': 'counseling', 'substance-use': 'recovery', safety: 'domestic violence',
  housing: 'housing shelter', food: 'food', 'income-benefits': 'benefits', transport: 'transportation', 'utilities-digital': 'utilities', 'education-literacy': 'education', employment: 'job',
  'legal-immigration': 'legal', 'family-caregiver': 'caregiver', 'social-spiritual': 'community', 'culture-communication': 'interpreter', 'life-planning': 'planning', 'equipment-environment': 'equipment',
}

export const topicWords = (topic: string): string => words[topic] ?? ''
