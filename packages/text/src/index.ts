export { baseLanguage, guessLanguage, isFunctionWord, type LanguageGuess } from './language.ts';
export { foldText } from './normalise.ts';
export { scanTokens, type Token, TokenBuffer, tokens } from './tokens.ts';
