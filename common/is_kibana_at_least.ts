/** Whether a version of Kibana, such as `8.18.3`, is a minor release or one after it. */
export const isKibanaAtLeast = (version: string, major: number, minor: number): boolean => {
  const [itsMajor = 0, itsMinor = 0] = version.split('.').map(Number);
  return itsMajor > major || (itsMajor === major && itsMinor >= minor);
};
