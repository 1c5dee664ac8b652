import { z } from 'zod';
import type { MachineFiles } from '../../../machine';

const DIRECTORY = '/var/lib/docker/containers';

const list = z.array(z.string()).nullish();
const text = z.string().catch('');

/** What the daemon keeps of a container, as far as it is read. */
const configSchema = z.object({
  ID: z.string(),
  Name: text,
  Created: text,
  Path: text,
  Args: list,
  Image: text,
  Config: z
    .object({ Image: text, Entrypoint: list, Env: list })
    .catch({ Image: '', Entrypoint: [], Env: [] }),
  MountPoints: z
    .record(
      z.object({
        Source: text,
        Destination: text,
        RW: z.boolean().catch(true),
        Name: text,
        Driver: text,
        Type: text,
        Relabel: text,
        Propagation: text,
      })
    )
    .nullish()
    .catch({}),
  NetworkSettings: z
    .object({
      Ports: z.record(z.array(z.object({ HostIp: text, HostPort: text })).nullish()).nullish(),
    })
    .catch({ Ports: {} }),
  State: z
    .object({
      Running: z.boolean().catch(false),
      Paused: z.boolean().catch(false),
      Restarting: z.boolean().catch(false),
      Dead: z.boolean().catch(false),
      Pid: z.number().catch(0),
      StartedAt: text,
      FinishedAt: text,
    })
    .catch({
      ...{ Running: false, Paused: false, Restarting: false, Dead: false, Pid: 0 },
      ...{ StartedAt: '', FinishedAt: '' },
    }),
});
const hostSchema = z.object({
  Privileged: z.boolean().catch(false),
  ReadonlyRootfs: z.boolean().catch(false),
  SecurityOpt: list,
});

const parse = <T extends z.ZodTypeAny>(
  schema: T,
  json: string | undefined
): z.infer<T> | undefined => {
  try {
    return schema.safeParse(JSON.parse(json ?? '')).data;
  } catch {
    return undefined;
  }
};

export type DockerConfig = z.infer<typeof configSchema>;

export interface DockerContainer {
  readonly config: DockerConfig;
  readonly host: z.infer<typeof hostSchema> | undefined;
}

/** The containers in Docker's directory; what can't be read is passed over. */
export function* listDockerContainers(files: MachineFiles): Iterable<DockerContainer> {
  for (const name of files.list(DIRECTORY).sort()) {
    const read = (file: string): string | undefined =>
      files.readText(`${DIRECTORY}/${name}/${file}`);
    const config = parse(configSchema, read('config.v2.json'));
    if (config) yield { config, host: parse(hostSchema, read('hostconfig.json')) };
  }
}
