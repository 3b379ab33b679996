import type { SeedRecord } from '../model.js';
import { clinicalNote } from '../records/document.js';
import { condition } from '../records/condition.js';
import { appointment, encounter } from '../records/encounter.js';
import { NORMAL } from '../records/labels.js';
import { medicationDispense, medicationRequest } from '../records/medication.js';
import { observation } from '../records/observation.js';
import { laboratoryReport } from '../records/report.js';
import { loinc, snomed } from '../records/terminology.js';
import { AUTHORS } from './authors.js';
import type { Chart } from './chart.js';
import { aboutIn, daysThrough } from './chart.js';
import type { Course } from './courses.js';

const CHECK_UP = snomed('185349003', 'Encounter for check up');

/** The visits of a chronic illness: diagnosed at the first, treated at each, measured at every other. */
export function courseVisits(chart: Chart, course: Course): readonly SeedRecord[] {
  const days = daysThrough(chart, 260);
  const records = days.flatMap((day, visit) => courseVisit(chart, course, day, visit));
  const [firstDay] = days;
  if (firstDay === undefined) return [];
  const { name, diagnosis, security } = course;
  return [
    condition(aboutIn(chart, `${name}/diagnosis`, chart.familyDoctor, { security }), {
      of: diagnosis,
      recorded: chart.calendar.daysAgo(firstDay),
      category: 'problem-list-item',
    }),
    ...records,
    ...nextAppointment(chart, course),
  ];
}

function courseVisit(
  chart: Chart,
  course: Course,
  day: number,
  visit: number,
): readonly SeedRecord[] {
  const { calendar, random, familyDoctor } = chart;
  const { name, diagnosis, medicine, dosage, panel, security } = course;
  const stem = `${name}/${String(visit)}`;
  const about = (part: string, author = familyDoctor) =>
    aboutIn(chart, `${stem}/${part}`, author, { encounter: `${stem}/visit`, security });
  const request = medicationRequest(about('prescription'), {
    medicine,
    authored: calendar.at(day, '10:20'),
    dosage,
    status: 'completed',
  });
  return [
    encounter(aboutIn(chart, `${stem}/visit`, familyDoctor, { security }), {
      class: 'AMB',
      type: CHECK_UP,
      start: calendar.at(day, '10:00'),
      end: calendar.at(day, '10:20'),
      reason: diagnosis,
    }),
    observation(
      aboutIn(chart, `${stem}/pressure`, AUTHORS.nurse),
      'vital-signs',
      loinc('85354-9', 'Blood pressure panel with all children optional'),
      {
        components: [
          [
            loinc('8480-6', 'Systolic blood pressure'),
            { value: random.between(104, 168), unit: 'mm[Hg]' },
          ],
          [
            loinc('8462-4', 'Diastolic blood pressure'),
            { value: random.between(58, 98), unit: 'mm[Hg]' },
          ],
        ],
      },
      calendar.at(day, '09:50'),
    ),
    request,
    ...(random.chance(0.5)
      ? [
          medicationDispense(about('dispensing', AUTHORS.pharmacist), {
            medicine,
            handedOver: calendar.at(day, '12:00'),
            request: request.id,
          }),
        ]
      : []),
    ...(visit % 2 === 0
      ? laboratoryReport(
          about('laboratory', AUTHORS.laboratory),
          panel.code,
          calendar.at(day, '08:15'),
          panel.results(random),
        )
      : []),
    ...(random.chance(0.3)
      ? [
          clinicalNote(
            aboutIn(chart, `${stem}/note`, familyDoctor, {
              encounter: `${stem}/visit`,
              security: security ?? NORMAL,
            }),
            'progress',
            {
              title: 'Review',
              text: 'Stable. Same treatment; review in about nine months.',
              date: calendar.at(day, '10:25'),
            },
          ),
        ]
      : []),
  ];
}

function nextAppointment(chart: Chart, { name, security }: Course): readonly SeedRecord[] {
  if (chart.patient.deceased !== null) return [];
  const date = chart.calendar.inDays(chart.random.between(7, 200));
  return [
    appointment(aboutIn(chart, `${name}/next`, chart.familyDoctor, { security }), {
      start: `${date}T10:00:00+08:00`,
      end: `${date}T10:20:00+08:00`,
      service: CHECK_UP,
      status: 'booked',
    }),
  ];
}
