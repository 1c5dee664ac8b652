/** An EUI that a Kibana carries, as far as that is known, and the first Kibana whose branch of the seam it meets. */
export interface KibanaEui {
  readonly eui: '90' | '101' | '104' | '113' | '122';
  readonly kibanaVersion: string;
  /** Folders, from the repository's root. */
  readonly euiPath: string;
  readonly themePath: string;
  /** Part of what `npm ci` installs. */
  readonly isInstalled: boolean;
}

const MATRIX = 'test/matrix/node_modules';
const OWN_THEME = 'node_modules/@elastic/eui-theme-borealis';

export const KIBANA_EUIS: readonly KibanaEui[] = [
  {
    ...{ eui: '90', kibanaVersion: '8.12.2', isInstalled: true },
    ...{ euiPath: 'node_modules/eui-90', themePath: OWN_THEME },
  },
  {
    ...{ eui: '101', kibanaVersion: '9.0.8', isInstalled: false },
    ...{ euiPath: `${MATRIX}/eui-101`, themePath: `${MATRIX}/borealis-101` },
  },
  {
    ...{ eui: '104', kibanaVersion: '9.1.5', isInstalled: false },
    ...{ euiPath: `${MATRIX}/eui-104`, themePath: `${MATRIX}/borealis-104` },
  },
  {
    ...{ eui: '113', kibanaVersion: '9.4.0', isInstalled: true },
    ...{ euiPath: 'node_modules/@elastic/eui', themePath: OWN_THEME },
  },
  {
    ...{ eui: '122', kibanaVersion: '9.5.0', isInstalled: false },
    ...{ euiPath: `${MATRIX}/eui-122`, themePath: `${MATRIX}/borealis-122` },
  },
];

/** Where each React lies, with its types. */
export const REACTS = [
  {
    ...{ react: '17', isInstalled: false, types: 'node_modules/types-react-17' },
    ...{ reactPath: `${MATRIX}/react-17`, domPath: `${MATRIX}/react-dom-17` },
  },
  {
    ...{ react: '18', isInstalled: true, types: 'node_modules/@types/react' },
    ...{ reactPath: 'node_modules/react', domPath: 'node_modules/react-dom' },
  },
] as const;

export type KibanaReact = (typeof REACTS)[number];
