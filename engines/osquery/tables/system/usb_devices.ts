import type { TableDefinition } from '../../table';

const DIRECTORY = '/sys/bus/usb/devices';

export const usbDevicesTable: TableDefinition = {
  name: 'usb_devices',
  description: 'Devices on the USB.',
  columns: [
    { name: 'usb_address', type: 'INTEGER', description: 'Number of the device on its bus' },
    { name: 'usb_port', type: 'INTEGER', description: 'Number of the bus' },
    { name: 'vendor', type: 'TEXT', description: 'Who made it, in its own words' },
    { name: 'vendor_id', type: 'TEXT', description: 'Number of the maker, hexadecimal' },
    { name: 'version', type: 'TEXT', description: 'Version of the device' },
    { name: 'model', type: 'TEXT', description: 'What it is, in its own words' },
    { name: 'model_id', type: 'TEXT', description: 'Number of the model, hexadecimal' },
    { name: 'serial', type: 'TEXT', description: 'Serial number' },
    { name: 'class', type: 'TEXT', description: 'Class, as a number' },
    { name: 'subclass', type: 'TEXT', description: 'Subclass, as a number' },
    { name: 'protocol', type: 'TEXT', description: 'Protocol, as a number' },
    { name: 'removable', type: 'INTEGER', description: '1 if it can be pulled out' },
  ],
  *generate({ files }) {
    for (const name of files.list(DIRECTORY).sort()) {
      const read = (file: string): string =>
        (files.readText(`${DIRECTORY}/${name}/${file}`) ?? '').trim();
      // Interfaces of devices stand beside these and have no maker.
      if (read('idVendor') === '') continue;
      yield {
        usb_address: Number(read('devnum')),
        usb_port: Number(read('busnum')),
        vendor: read('manufacturer'),
        vendor_id: read('idVendor'),
        version: read('bcdDevice'),
        model: read('product'),
        model_id: read('idProduct'),
        serial: read('serial'),
        class: read('bDeviceClass'),
        subclass: read('bDeviceSubClass'),
        protocol: read('bDeviceProtocol'),
        removable: read('removable') === 'removable' ? 1 : 0,
      };
    }
  },
};
