/** What a newcomer enters in the sandbox. Source: finoOS documentation, "Sandbox & Demo". */
export const testData = {
  bank: 'fino SCA Bank',
  user: 'fino01',
  pin: '654321',
  tan: '123456',
} as const;

/** The sandbox's scenario with just that data. */
export const testScenario = '02';
