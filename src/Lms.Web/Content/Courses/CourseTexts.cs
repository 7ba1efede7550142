using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Courses;

internal static class CourseTexts
{
    public static readonly FindingText BadSlug = Error(
        "bad-slug",
        "Назва «{0}» має складатися з малих латинських літер, цифр і дефісів, не довше 60.",
        "The name “{0}” must be made of lower-case Latin letters, digits and hyphens, 60 at most."
    );

    public static readonly FindingText DuplicateSlug = Error(
        "duplicate-slug",
        "Назва «{0}» уже зайнята в цьому курсі файлом {1}.",
        "The name “{0}” is taken in this course by {1}."
    );

    public static readonly FindingText SameNumber = Error(
        "same-number",
        "Номер {0} уже має {1}: порядок невідомий.",
        "The number {0} belongs to {1} already: the order is not known."
    );

    public static readonly FindingText EmptyCourse = Error(
        "empty-course",
        "У курсі немає жодного уроку чи тесту.",
        "The course has no lesson and no quiz."
    );

    public static readonly FindingText EmptyModule = Error(
        "empty-module",
        "У модулі немає жодного уроку чи тесту.",
        "The module has no lesson and no quiz."
    );

    public static readonly FindingText EmptyLesson = Error(
        "empty-lesson",
        "В уроці немає тексту.",
        "The lesson has no text."
    );

    public static readonly FindingText ExpectsHalfHours = Error(
        "expects-half-hours",
        "«{0}» має бути цілим числом годин або з половиною, як-от 1.5.",
        "“{0}” must be whole or half hours, such as 1.5."
    );

    public static readonly FindingText ChangedWhileRead = Error(
        "changed-while-read",
        "Файли курсу змінилися під час читання: перевірте ще раз.",
        "The files of the course changed while they were read: check again."
    );

    public static readonly FindingText HoursDoNotAddUp = Warning(
        "hours-do-not-add-up",
        "Самостійних годин вказано {0} хв, а елементи курсу й завдання разом тривають {1} хв.",
        "The hours of self-study make {0} min, the activities and tasks together take {1} min."
    );

    public static readonly FindingText MoreSessionsThanDecks = Error(
        "more-sessions-than-decks",
        "До завершення потрібно зустрічей: {0}, а файлів *.slides.md у курсі {1}.",
        "Completion asks for {0} sessions, and the course has {1} *.slides.md files."
    );

    public static readonly FindingText LiveHoursDoNotAddUp = Warning(
        "live-hours-do-not-add-up",
        "Живих годин вказано {0} хв, а живі зустрічі разом тривають {1} хв.",
        "The live hours make {0} min, the live sessions together take {1} min."
    );

    public static readonly FindingText NothingCounts = Warning(
        "nothing-counts",
        "Жоден елемент курсу не рахується для завершення: курс ніхто не завершить.",
        "No activity counts for completion: nobody will complete the course."
    );

    public static readonly FindingText UnknownPrerequisite = Error(
        "unknown-prerequisite",
        "Курсу «{0}» немає.",
        "There is no course “{0}”."
    );

    public static readonly FindingText PrerequisiteCycle = Error(
        "prerequisite-cycle",
        "Курси чекають один на одного: {0}.",
        "The courses wait for one another: {0}."
    );

    public static readonly FindingText UnknownActivity = Error(
        "unknown-activity",
        "Елемента «{0}» у курсі немає.",
        "The course has no activity “{0}”."
    );

    public static readonly FindingText ReviewOverdue = Warning(
        "review-overdue",
        "День перегляду {0} минув.",
        "The day of review, {0}, has passed."
    );

    public static readonly FindingText RevisionNotInChanges = Error(
        "revision-not-in-changes",
        "У changes немає запису для revision {0}.",
        "There is no entry for revision {0} in changes."
    );

    public static readonly FindingText SameRevision = Error(
        "same-revision",
        "Revision {0} записано двічі.",
        "Revision {0} stands twice."
    );
}
