/** Arguments of a custom function, as JSON in every language. */
export const argumentsExample = '{ "badge": "1234" }';
