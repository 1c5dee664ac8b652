import { createIcon } from './create_icon';

export const ChevronLeft = createIcon('M10 3.5 5.5 8l4.5 4.5');
