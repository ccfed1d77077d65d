// The look as a Mantine theme: one brand colour, dark enough greys and reds, hairlines, radius 8 to 10.
import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#eef6f6', '#e3f1f1', '#b9dcdd', '#8fcdcf', '#6cc5c8', '#3f9ea2', '#25838a', '#16696e', '#0f5e63', '#0a4448',
]
const red: MantineColorsTuple = [
  '#fdf3f2', '#fcebe9', '#f7cfca', '#ffb4ab', '#ff9d93', '#d8564a', '#c0392d', '#b23024', '#a8261c', '#7d1a12',
]
const gray: MantineColorsTuple = [
  '#f6f7f9', '#eef1f4', '#dfe4ea', '#cbd3db', '#a9b5c2', '#77838f', '#5d6a78', '#4d5a69', '#3a4653', '#1b2430',
]
const dark: MantineColorsTuple = [
  '#e8edf2', '#cfd7df', '#a9b5c2', '#8b98a5', '#3a4753', '#2c3742', '#1a222b', '#12181f', '#0e1318', '#0a0e12',
]

/** Filled things carry white in the light and near-black in the dark, where the fills are bright. */
const variants: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colours, color: 'var(--on-brand)' } : colours
}

export const theme = createTheme({
  variantColorResolver: variants,
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  colors: { teal, red, gray, dark },
  black: '#1b2430',
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontSizes: { xs: '12.5px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.45', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.25' },
      h2: { fontSize: '15px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  shadows: { xs: 'none', sm: 'none', md: '0 6px 24px rgb(20 30 40 / .12)', lg: '0 8px 32px rgb(20 30 40 / .16)', xl: '0 12px 40px rgb(20 30 40 / .2)' },
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 550 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
})

/** Mantine's own text colours, moved to ones with at least 4.5:1 on our grounds. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1b2430',
    '--mantine-color-dimmed': '#4d5a69',
    '--mantine-color-placeholder': '#5d6a78',
    '--mantine-color-error': '#a8261c',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#cbd3db',
    '--mantine-color-anchor': '#0f5e63',
  },
  dark: {
    '--mantine-color-text': '#e8edf2',
    '--mantine-color-dimmed': '#a9b5c2',
    '--mantine-color-placeholder': '#96a3b0',
    '--mantine-color-error': '#ff9d93',
    '--mantine-color-body': '#1a222b',
    '--mantine-color-default': '#1a222b',
    '--mantine-color-default-hover': '#222c36',
    '--mantine-color-default-border': '#3a4753',
    '--mantine-color-anchor': '#6cc5c8',
  },
})
