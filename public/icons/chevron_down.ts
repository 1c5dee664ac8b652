import { createIcon } from './create_icon';

export const ChevronDown = createIcon('M3.5 6 8 10.5 12.5 6');
