/** What is told of images that are not taken, in each language; nothing of an image itself. Data alone. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** What is wrong with a file. A word in braces is filled in. */
export const CONTENT = {
  digest: texts(
    'Expected a file of the declared digest, got another',
    '檔案的摘要值與所申報的不符',
    '文件的摘要值与所申报的不符',
  ),
  notPng: texts(
    'Expected a whole PNG image, got something else',
    '應為完整的 PNG 影像，但收到其他內容',
    '应为完整的 PNG 影像，但收到其他内容',
  ),
  notJpeg: texts(
    'Expected a whole JPEG image, got something else',
    '應為完整的 JPEG 影像，但收到其他內容',
    '应为完整的 JPEG 影像，但收到其他内容',
  ),
  behindJpeg: texts(
    'Expected a JPEG image and nothing behind it, got more',
    'JPEG 影像之後不應再有其他內容',
    'JPEG 影像之后不应再有其他内容',
  ),
  notDicom: texts(
    'Expected a DICOM file, got something that cannot be read as one',
    '應為 DICOM 檔案，但收到的內容無法以此格式讀取',
    '应为 DICOM 文件，但收到的内容无法以此格式读取',
  ),
  transferSyntax: texts(
    'Expected pixels in implicit or explicit little endian or baseline JPEG, got another transfer syntax',
    '像素應採用隱式或顯式小端序，或基線 JPEG，但收到其他傳輸語法',
    '像素应采用隐式或显式小端序，或基线 JPEG，但收到其他传输语法',
  ),
  document: texts(
    'Expected an image, got a DICOM file that holds a document',
    '應為影像，但收到的 DICOM 檔案載有文件',
    '应为影像，但收到的 DICOM 文件载有文档',
  ),
  noImage: texts(
    'Expected an image, got a DICOM file without',
    '應為影像，但收到的 DICOM 檔案並無影像',
    '应为影像，但收到的 DICOM 文件没有影像',
  ),
  annotated: texts(
    'Expected an image without burned-in annotation, got one with it',
    '影像上不應有直接印入的註記',
    '影像上不应有直接印入的注记',
  ),
  instance: texts(
    'Expected a SOP instance UID, got none',
    '欠缺 SOP 實例的 UID',
    '缺少 SOP 实例的 UID',
  ),
  pixels: texts(
    'Expected grey pixels of 8 or 16 bits or colours of 8 bits, got others',
    '像素應為 8 或 16 位元灰階，或 8 位元彩色，但收到其他格式',
    '像素应为 8 或 16 位灰度，或 8 位彩色，但收到其他格式',
  ),
  frames: texts(
    'Expected 1 to {most} frames, got another number',
    '影格數目應為 1 至 {most}，但收到其他數目',
    '帧数应为 1 至 {most}，但收到其他数目',
  ),
  otherPixels: texts(
    'Expected as many pixels as the header says, got another number',
    '像素數目與檔頭所載的不符',
    '像素数目与文件头所载的不符',
  ),
  otherFrames: texts(
    'Expected as many frames as the header says, got another number',
    '影格數目與檔頭所載的不符',
    '帧数与文件头所载的不符',
  ),
  framesNotAsSaid: texts(
    'Expected frames of baseline JPEG as the header says, got others',
    '影格應為檔頭所載的基線 JPEG，但收到其他格式',
    '各帧应为文件头所载的基线 JPEG，但收到其他格式',
  ),
  framesNotJpeg: texts(
    'Expected frames of baseline JPEG, got something else',
    '影格應為基線 JPEG，但收到其他內容',
    '各帧应为基线 JPEG，但收到其他内容',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Why an upload is not bound to what is deposited. */
export const ATTACHED = {
  twice: texts(
    'Expected each upload once, got one of them again',
    '每個上載檔案只應列出一次，但有檔案重複',
    '每个上传文件只应列出一次，但有文件重复',
  ),
  unusable: texts(
    'Expected a whole upload of this patient, organisation and grant, got none',
    '找不到屬於此病人、機構及授權而又已完整上載的檔案',
    '找不到属于此患者、机构及授权且已完整上传的文件',
  ),
  noReport: texts(
    'Expected a radiology report with the images, got none',
    '影像應連同放射報告一併存放，但沒有收到報告',
    '影像应连同放射报告一并存入，但没有收到报告',
  ),
  noStudy: texts(
    'Expected an ImagingStudy in the bundle that lists this image, got none',
    '資料包內沒有列出此影像的 ImagingStudy',
    '资料包内没有列出此影像的 ImagingStudy',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with which bytes are asked for. */
export const RANGE = texts(
  'Expected 0 to {most} bytes, got another range',
  '範圍應為 0 至 {most} 位元組，但收到其他範圍',
  '范围应为 0 至 {most} 字节，但收到其他范围',
);
