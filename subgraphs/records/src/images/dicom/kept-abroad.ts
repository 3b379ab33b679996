/**
 * The elements of a DICOM file that leave Hong Kong: what is needed to show, measure and order images. All others stay,
 * those that nobody has thought of included: private ones, whatever names a person, an identifier of the patient or of
 * the order, and free text. The patient is told of by the graph, under labels of its own.
 *
 * @see https://dicom.nema.org/medical/dicom/current/output/html/part06.html
 */

const GROUPS: Readonly<Record<string, string>> = {
  // Meta information: storage class and instance, transfer syntax, implementation.
  '0002': '0001 0002 0003 0010 0012',
  // Character set, kind of image, class and instance, dates and times, modality, manufacturer, codes, anatomy.
  '0008': `0005 0008 0016 0018 0020 0021 0022 0023 002a 0030 0031 0032 0033 0060 0064 0068 0070 0100 0102 0103
    0104 1090 2144 2218 2220 2228 2230 9007 9205 9206 9207 9208`,
  // How the images were acquired.
  '0018': `0015 0020 0021 0022 0023 0040 0050 0060 0080 0081 0082 0083 0084 0085 0086 0087 0088 0089 0090 0091
    0093 0094 0095 1063 1065 1100 1110 1111 1114 1120 1130 1140 1149 1150 1151 1152 1153 1164 1170 1190 1310
    1312 1314 1405 1411 1412 1413 1508 1510 1511 5100 5101 6011 6012 6014 6016 6018 601a 601c 601e 6020 6022
    6024 6026 6028 602a 602c 602e 7004`,
  // Where an image stands among the others, and in space.
  '0020':
    '000d 000e 0011 0012 0013 0020 0032 0037 0052 0060 0062 1002 1041 9056 9057 9111 9113 9116',
  // How the pixels are laid out and to be shown.
  '0028': `0002 0004 0006 0008 0009 0010 0011 0030 0031 0032 0034 0100 0101 0102 0103 0106 0107 0120 0121 0300
    0301 0a02 0a04 1040 1041 1050 1051 1052 1053 1054 1056 2110 2112 2114 3000 3002 3004 3006 3010 9110 9132
    9145`,
  // Functional groups, by image and by frame.
  '5200': '9229 9230',
  // The pixels.
  '7fe0': '0010',
};

/** The tags of the elements that leave Hong Kong, as `xggggeeee`. */
export const KEPT_ABROAD: ReadonlySet<string> = new Set(
  Object.entries(GROUPS).flatMap(([group, elements]) =>
    elements.split(/\s+/).map((element) => `x${group}${element}`),
  ),
);

/** Value representations that may hold anything, or names: never kept, whatever the element. */
export const NEVER_KEPT: ReadonlySet<string> = new Set(['PN', 'UN', 'LT', 'ST', 'UT', 'UC', 'UR']);
