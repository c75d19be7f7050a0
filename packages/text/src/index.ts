export { type EntityMention, findEntities } from './entities/find-entities.ts';
export { type Entity, type EntityType, shippedGazetteer } from './entities/gazetteer.ts';
export { baseLanguage, guessLanguage, isFunctionWord, type LanguageGuess } from './language.ts';
export { foldText } from './normalise.ts';
export { type FoundDate, type FoundQuantity, findNumbers } from './quantities/find-numbers.ts';
export { gramsOf, searchWords } from './search-words.ts';
export { hashUnit, NO_UNITS, scanTokens, type Token, TokenBuffer, tokens } from './tokens.ts';
