/** How the invented desk answers: with a copy, later, and with a refusal where there is one. */

export function answer<T>(value: T): Promise<T> {
  return Promise.resolve(structuredClone(value));
}

/** What is thrown inside is a refusal outside, as it is across the real bridge. */
export function attempt<T>(act: () => T): Promise<T> {
  try {
    return answer(act());
  } catch (fault) {
    return Promise.reject(fault as Error);
  }
}
