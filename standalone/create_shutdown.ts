import type { Logger } from '@kbn/core/server';

/** What was opened and has to be closed again, whether the host stops or could not start. */
export interface Shutdown {
  /** Steps are done in the reverse order of adding them. */
  add(step: () => unknown): void;
  /** Goes through all steps; one that fails is logged and keeps no other from being done. */
  run(): Promise<void>;
}

export const createShutdown = (logger: Logger): Shutdown => {
  const steps: (() => unknown)[] = [];
  return {
    add: (step) => void steps.push(step),
    async run() {
      for (const step of steps.splice(0).reverse()) {
        try {
          await step();
        } catch (error) {
          logger.error(String(error));
        }
      }
    },
  };
};
