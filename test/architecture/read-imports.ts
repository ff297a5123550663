import ts from 'typescript'

/** Everything a source file imports: static, dynamic, type-only, re-exported, by URL, in scripts and in markup. */
export function readImports(path: string, source: string): string[] {
  if (path.endsWith('.css')) return []
  if (!path.endsWith('.svelte')) return importsOfScript(source)
  const scripts = [...source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
  const markup = source.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  const expressions = [...markup.matchAll(/\bimport\s*\([^)]*\)/g)]
  return [
    ...scripts.flatMap(([, script = '']) => importsOfScript(script)),
    ...expressions.flatMap(([expression]) => importsOfScript(expression)),
  ]
}

function importsOfScript(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier) found.push(ts.isStringLiteralLike(specifier) ? specifier.text : 'computed')
    if (isUrlOfThisModule(node)) found.push('new URL(…, import.meta.url)')
    if (isGlob(node)) found.push('import.meta.glob')
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ESNext))
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument
  }
  if (ts.isExternalModuleReference(node)) return node.expression
  if (!ts.isCallExpression(node)) return undefined
  return node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined
}

function isUrlOfThisModule(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) || node.arguments?.length !== 2) return false
  const [, base] = node.arguments
  return base !== undefined && ts.isPropertyAccessExpression(base) && isMeta(base.expression)
}

function isGlob(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'glob' && isMeta(node.expression)
}

function isMeta(node: ts.Node): boolean {
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword
}
