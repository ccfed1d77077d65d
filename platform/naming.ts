// How what the code asks is written for PostgreSQL. Names are camelCase in the code and snake_case in the database: Kysely's plugin for it copies the tree
// of every query to rename what is in it; the compiler can write the other name as it goes, which is a third of the work of compiling.
import {
  CamelCasePlugin,
  OperatorNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type BinaryOperationNode,
  type IdentifierNode,
} from 'kysely'

class Names extends CamelCasePlugin {
  snake(name: string): string {
    return this.snakeCase(name)
  }
  camel(name: string): string {
    return this.camelCase(name)
  }
}
const names = new Names()

const ofLists = new Map([
  ['in', '= any('],
  ['not in', '<> all('],
])

export class HouseCompiler extends PostgresQueryCompiler {
  protected override compileUnwrappedIdentifier({ name }: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(names.snake(name)))
  }

  /** A list is one parameter: the text is the same for one and for fifty, and its plan is kept. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const written = OperatorNode.is(operator) ? ofLists.get(operator.operator) : undefined
    if (!written || !PrimitiveValueListNode.is(rightOperand)) return super.visitBinaryOperation(node)
    this.visitNode(leftOperand)
    this.append(` ${written}`)
    this.appendValue(rightOperand.values)
    this.append(')')
  }
}

/** The top level only: what is inside a jsonb column is somebody's data. */
export function camelCased(row: object): object {
  const renamed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) renamed[names.camel(name)] = value
  return renamed
}
