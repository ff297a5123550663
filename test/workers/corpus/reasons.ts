/** Why a case is not as stated, or as the second reading has it. The first pattern that fits its id holds. */
const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/location_coordinates/, 'the published answer has another phone number than the published file'],
  [/CORE_PARSER_TESTS#17$/, 'white space before a quote is left out and the quote taken for one'],
  [/CORE_PARSER_TESTS#19$/, 'a quote that is never closed swallows no rows here; its line is told'],
  [/PARSE_TESTS#9$/, 'both kinds of line ends end a row here; PapaParse takes the first kind only'],
  [/CORE_PARSER_TESTS#57$|_PARSE_TESTS#5[48]$|:PARSE_TESTS#5[48]$/, 'asks for the first rows only'],
  [
    /CORE_PARSER_TESTS#(59|60|61|62)$/,
    'names that repeat are kept as they are; only their ids differ',
  ],
  [/CORE_PARSER_TESTS#50$/, 'a comment alone is read as a name'],
  [/:PARSE_TESTS#1[12]$/, 'the stated rows do not name a column that none of them has'],
  [/:PARSE_TESTS#(28|34|36)$/, 'cells are texts; columns are typed, not cells'],
  [/:PARSE_TESTS#(37|38)$/, 'the suite hands its parser a function that changes cells'],
  [/:PARSE_TESTS#27$/, 'the separator comes from a function, and a single row does not show it'],
  [
    /UNPARSE_TESTS#(4[4679]|52)$/,
    'marks against formulas are taken away from our own exports only',
  ],
  [/UNPARSE_TESTS#(30|39)$/, 'the text does not hold all that it was made of'],
  [/^papaparse:.*TESTS#/, 'there is no row of data'],
  [/malformed\.tsv/, 'the stray quote swallows a row there; here it is a character, and told'],
  [/issue-1109/, 'white space before a quote is left out and the quote taken for one'],
  [/issue-1138|issue-1232|table-with-accents|1680-fread/, 'semicolons part the cells'],
  [/skip-blank-at-the-end|error_comment/, 'comments are no rows'],
  [/spanish_chars/, 'the source named below the table is no row'],
  [/weird_head_padding/, 'semicolons part the cells, and titles stand above them'],
  [/csv_segfault/, 'tabs part the cells, and the names stand twice'],
  [/groupmark_space|bug555|test_repeated_delimiters/, 'spaces part the cells'],
  [/test_508/, 'remarks stand above the rows'],
  [/test_quoted_delim_multiple/, 'a backslash stands before quotes that are characters'],
  [/data\.table:unescaped|invalid_many_rows/, 'quotes within quotes are characters, and kept'],
  [/backtick/, 'backticks part the cells'],
  [/option-quote/, 'apostrophes are the quotes'],
  [/csvkit:empty|csv\.jl:randoms/, 'the file is empty'],
  [/excel-ssf:.*\.json/, 'it is JSON'],
  [/excel-ssf:/, 'formats of a spreadsheet; no cells are stated'],
]

export const reasonOf = (id: string): string | null =>
  REASONS.find(([pattern]) => pattern.test(id))?.[1] ?? null
