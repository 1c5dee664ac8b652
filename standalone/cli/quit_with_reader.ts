/** Ends the program quietly when whoever reads its output stops reading, as in `… | head`. */
export const quitWithReader = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
};
