export const docsStyles = '';
export const docsPage = (description: object): string => JSON.stringify(description);
