/* Make MiniSearch's index in Node: DOCUMENTS PAGE_JS OPTIONS > index */
'use strict';

const { readFileSync } = require('node:fs');
const MiniSearch = require('minisearch');

const [documents, page, options] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
global.window = {};
global.document = { getElementById: () => null };
(0, eval)(page); // one definition of the pairs, for the index and for the query
const engine = new MiniSearch({ ...JSON.parse(options).options, tokenize: global.window.pairs });
engine.addAll(JSON.parse(documents));
process.stdout.write(JSON.stringify(engine));
