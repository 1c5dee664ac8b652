import type { ReactElement, SVGProps } from 'react';

/**
 * An icon of our own for what no name stands for in all of EUI's versions: an unknown name becomes a broken image.
 * @param path drawn as a line in a square of 16 units
 */
export const createIcon = (path: string): ((props: IconProps) => ReactElement) => {
  const Icon = ({ title: _title, titleId: _titleId, ...props }: IconProps): ReactElement => (
    <svg width={16} height={16} viewBox="0 0 16 16" {...props}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.2} />
    </svg>
  );
  return Icon;
};

/** What EUI gives an icon; it names these icons by the control they are in. */
type IconProps = SVGProps<SVGSVGElement> & {
  readonly title?: string | undefined;
  readonly titleId?: string | undefined;
};
