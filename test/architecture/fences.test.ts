import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

/** Names that a thread has not, by the folder whose tsconfig.json has to refuse them. */
const outOfReach = {
  'src/core': ['document', 'window', 'indexedDB', 'localStorage', 'fetch', 'setTimeout', 'console'],
  'src/store': ['document', 'window', 'localStorage', 'process'],
  workers: ['document', 'window', 'localStorage', 'process'],
  src: ['process', 'importScripts', 'FileReaderSync'],
}

test.each(Object.entries(outOfReach))(
  '%s cannot reach names of another thread',
  (folder, names) => {
    expect(unknownNames(folder, [...names, 'structuredClone'])).toEqual(names)
  },
)

/** Compiles a file that uses the names as if it lay in the folder. */
function unknownNames(folder: string, names: readonly string[]): string[] {
  const config = join(root, folder, 'tsconfig.json')
  const read = ts.readConfigFile(config, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(config))
  const probe = join(root, folder, 'probe.ts')
  const host = ts.createCompilerHost(options)
  const readSource = host.getSourceFile.bind(host)
  const text = names.map((name) => `void ${name}`).join('\n')
  host.getSourceFile = (name, language, ...rest) =>
    name === probe ? ts.createSourceFile(name, text, language) : readSource(name, language, ...rest)
  const platform = folder === 'src/core' ? [join(root, 'src/core/platform.d.ts')] : []
  const program = ts.createProgram([probe, ...platform], options, host)
  return program
    .getSemanticDiagnostics(program.getSourceFile(probe))
    .map(({ start, length }) => text.substr(start ?? 0, length))
}
