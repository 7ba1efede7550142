using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>
/// Invents what a person learnt: enrolments, results, completions, certificates without documents,
/// assignments; and reckons the periods that the rules give for them.
/// </summary>
internal sealed class InventLearning(
    OrganisationPack pack,
    IReadOnlyList<PublishedCourse> courses,
    DemoRegister register,
    int seed,
    DateTimeOffset now,
    int completionsEach
)
{
    private readonly DateOnly today = pack.DayOf(now);
    private readonly bool isWhole = completionsEach == 0;

    // Taken again and again: where there are some, those that give no certificate, or the register of
    // certificates would be the largest part of all.
    private readonly IReadOnlyList<PublishedCourse> often = courses
        .Where(one => one.Manifest.Certificate is null)
        .ToList()
        is { Count: > 0 } without
        ? without
        : courses;

    public void Add(
        DemoRows rows,
        PersonId person,
        int number,
        DemoPlace place,
        bool isFirst,
        Dice dice
    )
    {
        var editions = new Dictionary<CourseId, int>();
        var done = new List<StepDone>();
        foreach (var certification in pack.Certifications)
        {
            var story = LearningStories.Of(place.Story, isFirst, dice);
            var days = LearningStories.Days(story, certification.Rules, today, dice);
            var path = CoursesOf(certification.Rules).ToList();
            foreach (var course in path)
            {
                foreach (var day in days)
                {
                    Complete(course, day);
                }

                if (story == LearningStory.Begun && editions.GetValueOrDefault(course.Id) == 0)
                {
                    Begin(course);
                }
            }

            Assign(rows, person, number, certification, story, path, dice);
        }

        foreach (var course in courses.Where(one => editions.GetValueOrDefault(one.Id) == 0))
        {
            if (pack.Certifications.Any(one => CoursesOf(one.Rules).Contains(course)))
            {
                continue;
            }

            if (dice.Percent(45))
            {
                Complete(course, today.AddDays(-dice.Between(3, 700)));
            }
            else if (dice.Percent(20))
            {
                Begin(course);
            }
        }

        // For a register of a country: as many completions as were asked for, over the years.
        for (var more = done.Count; more < completionsEach && often.Count > 0; more++)
        {
            Complete(often[more % often.Count], today.AddDays(-dice.Between(800, 2600)));
        }

        AddPeriods(rows, person, number, done, dice);

        void Begin(PublishedCourse course) =>
            Enrolled(rows, person, number, course, NextEdition(course), null, dice);

        void Complete(PublishedCourse course, DateOnly day)
        {
            Enrolled(rows, person, number, course, NextEdition(course), day, dice);
            done.Add(new(new PathStep.Course(course.Slug), day));
        }

        int NextEdition(PublishedCourse course) =>
            editions[course.Id] = editions.GetValueOrDefault(course.Id) + 1;
    }

    // A path that asks for more than courses is not invented.
    private IEnumerable<PublishedCourse> CoursesOf(Certification rules) =>
        rules
            .First.Node.Steps()
            .OfType<PathStep.Course>()
            .Select(step => courses.FirstOrDefault(course => course.Slug == step.Slug))
            .OfType<PublishedCourse>();

    private void Enrolled(
        DemoRows rows,
        PersonId person,
        int number,
        PublishedCourse course,
        int edition,
        DateOnly? completed,
        Dice dice
    )
    {
        var end = completed ?? today;
        var at = InventPerson.At(end.AddDays(-dice.Between(2, 30)), dice);
        var id = new EnrolmentId(dice.Id(number));
        rows.Enrolments.Add(
            new()
            {
                Id = id,
                PersonId = person,
                CourseId = course.Id,
                Edition = edition,
                EnrolledAt = at,
            }
        );
        rows.Versions.Add(
            new()
            {
                EnrolmentId = id,
                PersonId = person,
                Position = 1,
                CourseVersionId = course.Version,
                From = at,
                Reason = VersionReason.Enrolled,
                ToldAt = at,
            }
        );
        if (isWhole)
        {
            AddWork(rows, person, number, course, id, completed, dice);
        }

        if (completed is { } day)
        {
            var completion = new Completion
            {
                Id = new(dice.Id(number)),
                EnrolmentId = id,
                PersonId = person,
                CourseId = course.Id,
                CourseVersionId = course.Version,
                CompletedAt = InventPerson.At(day, dice),
            };
            rows.Completions.Add(completion);
            // One left out would wait to be issued: the server would make up for all of them.
            register.Issue(rows, course, completion, day, number, dice);
        }
    }

    private static void AddWork(
        DemoRows rows,
        PersonId person,
        int number,
        PublishedCourse course,
        EnrolmentId enrolment,
        DateOnly? completed,
        Dice dice
    )
    {
        var day = completed ?? DateOnly.FromDateTime(rows.Enrolments[^1].EnrolledAt.Date);
        var lessons = course.Activities.Where(one => one.Kind == ActivityKind.Lesson).ToList();
        var read = completed is null ? dice.Below(lessons.Count + 1) : lessons.Count;
        rows.Lessons.AddRange(
            lessons
                .Take(read)
                .Select(lesson => new LessonProgress
                {
                    EnrolmentId = enrolment,
                    PersonId = person,
                    ActivityId = lesson.Id,
                    ReadAt = InventPerson.At(day, dice),
                })
        );
        if (completed is null)
        {
            return;
        }

        foreach (var quiz in course.Activities.Where(one => one.Quiz is not null && one.Counts))
        {
            Pass(rows, person, number, course, enrolment, quiz, day, dice);
        }
    }

    // The paper holds no question: who looks at the statistics of a question sees real answers alone.
    private static void Pass(
        DemoRows rows,
        PersonId person,
        int number,
        PublishedCourse course,
        EnrolmentId enrolment,
        PublishedActivity quiz,
        DateOnly day,
        Dice dice
    )
    {
        var tries = dice.Percent(20) ? 2 : 1;
        for (var attempt = 1; attempt <= tries; attempt++)
        {
            var isPassed = attempt == tries;
            var id = new AttemptId(dice.Id(number));
            var opened = InventPerson.At(day.AddDays(attempt - tries), dice);
            rows.Attempts.Add(
                new()
                {
                    Id = id,
                    PersonId = person,
                    EnrolmentId = enrolment,
                    ActivityId = quiz.Id,
                    CourseVersionId = course.Version,
                    Number = attempt,
                    Operation = new OperationId(dice.Id(number)),
                    OpenedAt = opened,
                    DeadlineAt = null,
                    Rules = quiz.Quiz!.Rules,
                    Paper = new Paper([]),
                }
            );
            rows.Results.Add(
                new()
                {
                    AttemptId = id,
                    PersonId = person,
                    ClosedAt = opened.AddMinutes(dice.Between(6, 40)),
                    ClosedBy = ClosedBy.Learner,
                    Earned = new Points(
                        isPassed ? dice.Between(8, 10) * 1000 : dice.Between(3, 7) * 1000
                    ),
                    Possible = new Points(10_000),
                    IsPassed = isPassed,
                }
            );
            if (isPassed)
            {
                rows.Passes.Add(
                    new()
                    {
                        EnrolmentId = enrolment,
                        PersonId = person,
                        ActivityId = quiz.Id,
                        AttemptId = id,
                        PassedAt = opened.AddMinutes(40),
                    }
                );
            }
        }
    }

    // Who holds something already is asked for its course: a due date of the certification itself
    // would move the end of the first period.
    private void Assign(
        DemoRows rows,
        PersonId person,
        int number,
        OfferedCertification certification,
        LearningStory story,
        List<PublishedCourse> path,
        Dice dice
    )
    {
        var isFirst = story is LearningStory.NotStarted or LearningStory.Begun;
        if (!dice.Percent(story == LearningStory.Certified ? 15 : 55) || path.Count == 0)
        {
            return;
        }

        var from = today.AddDays(-dice.Between(20, 60));
        rows.Assignments.Add(
            new()
            {
                Id = new(dice.Id(number)),
                PersonId = person,
                Course = isFirst ? null : path[0].Slug,
                Certification = isFirst ? certification.Code : null,
                DueOn = today.AddDays(dice.Between(-15, 75)),
                From = from,
                AssignedAt = InventPerson.At(from, dice),
                Operation = FormattableString.Invariant(
                    $"demo:{seed}:{number}:{certification.Code}"
                ),
            }
        );
    }

    private void AddPeriods(
        DemoRows rows,
        PersonId person,
        int number,
        IReadOnlyList<StepDone> done,
        Dice dice
    )
    {
        foreach (var certification in pack.Certifications)
        {
            var facts = CertificationFacts.None with { Steps = done };
            while (certification.Rules.NextPeriod(facts, today) is NextCycle.Earned earned)
            {
                var period = new CertificationPeriod
                {
                    Id = new(dice.Id(number)),
                    PersonId = person,
                    Certification = certification.Code,
                    Cycle = earned.Cycle,
                    Path = earned.Path,
                    CompletedOn = earned.CompletedOn,
                    From = earned.Validity.From,
                    Until = earned.Validity.Until,
                    RecordedAt = InventPerson.At(earned.CompletedOn, dice),
                    RulesHash = CertificationRules.HashOf(certification.Rules),
                };
                rows.Periods.Add(period);
                facts = facts with { Periods = [.. facts.Periods, period] };
            }
        }
    }
}

/// <summary>The register of the certificates of invented people: numbers, and the issue log that tells of each.</summary>
internal sealed class DemoRegister(
    OrganisationPack pack,
    SigningKey key,
    string? lastHash,
    Func<int, RegisterYear> yearOf
)
{
    private string? last = lastHash;

    public void Issue(
        DemoRows rows,
        PublishedCourse course,
        Completion completion,
        DateOnly day,
        int number,
        Dice dice
    )
    {
        if (course.Manifest.Certificate is not { } terms)
        {
            return;
        }

        var entry = yearOf(day.Year).Next();
        Span<byte> code = stackalloc byte[16];
        dice.Id(number).TryWriteBytes(code);
        var certificate = new Certificate
        {
            Id = new(dice.Id(number)),
            Number = entry.Number(pack.Register.NumberPrefix),
            Entry = entry,
            Code = CertificateCode.Of(code),
            PersonId = completion.PersonId,
            CompletionId = completion.Id,
            CourseId = course.Id,
            CourseVersionId = course.Version,
            Hours = course.Manifest.Hours.Total,
            Law = terms.Law,
            IssuedOn = day,
            ValidUntil = Certificate.LastDay(day, terms.ValidityMonths),
            KeyId = key.Id,
            Digest = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.ASCII.GetBytes(entry.Number("demo")))
            ),
        };
        rows.Certificates.Add(certificate);
        var line = IssueChain.Next(last, completion.CompletedAt, IssueAct.Issued, certificate);
        last = line.Hash;
        rows.IssueLog.Add(line);
    }
}
