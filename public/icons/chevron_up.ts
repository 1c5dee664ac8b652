import { createIcon } from './create_icon';

export const ChevronUp = createIcon('M3.5 10.5 8 6l4.5 4.5');
