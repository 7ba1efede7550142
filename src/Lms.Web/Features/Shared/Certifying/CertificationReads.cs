using System.Runtime.InteropServices;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>
/// Reads the facts of certifications for many people at once, in a fixed number of queries, within the
/// scope of the database it is given.
/// </summary>
public sealed class CertificationReads(OrganisationPack pack, TimeProvider time)
{
    private readonly RowsOf<PersonId, PersonId> cutOrLengthened = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .PeriodRevocations.Where(one => all != null || people.Contains(one.PersonId))
                .Select(one => one.PersonId)
                .Union(
                    db.Suspensions.Where(one => all != null || people.Contains(one.PersonId))
                        .Select(one => one.PersonId)
                )
                .Union(
                    db.Waivers.Where(one => all != null || people.Contains(one.PersonId))
                        .Select(one => one.PersonId)
                )
    );

    // By itself the code would be looked up in its index, and each period of a country after it alone;
    // with nothing added the table is read through.
    private readonly RowsByWordOf<PersonId, HeldPeriod> held = CompiledRows.ByWordOf(
        (LmsDbContext db, string code, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .CertificationPeriods.Where(one =>
                    (all != null || people.Contains(one.PersonId)) && one.Certification + "" == code
                )
                .Select(one => new HeldPeriod(one.PersonId, one.From, one.Until))
    );

    private readonly RowsOf<PersonId, Unavailability> leave = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .Unavailabilities.Where(one => all != null || people.Contains(one.PersonId))
                .Select(one => new Unavailability
                {
                    Id = one.Id,
                    PersonId = one.PersonId,
                    From = one.From,
                    Until = one.Until,
                    RecordedAt = one.RecordedAt,
                    EndedAt = one.EndedAt,
                })
    );

    /// <param name="people">Null for everyone in the scope.</param>
    /// <param name="withSteps">
    /// What was done on the way: for "in progress" and "what is left". Who holds what is known without.
    /// </param>
    public async Task<CertificationBook> ReadAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people = null,
        bool withSteps = true,
        CancellationToken cancel = default
    )
    {
        var periods = await PeriodsAsync(db, people, cancel);
        var revocations = await Of(db.PeriodRevocations, people).ToListAsync(cancel);
        var suspensions = await Of(db.Suspensions, people).ToListAsync(cancel);
        var waivers = await Of(db.Waivers, people).ToListAsync(cancel);
        var away = await AwayAsync(db, people, cancel);
        var steps = withSteps ? await StepsAsync(db, people, waivers, cancel) : [];
        return new(
            RowsOfPeople.Of(steps, one => one.Person, one => one.Step),
            Rows(periods),
            Rows(revocations),
            Rows(suspensions),
            Rows(waivers),
            away,
            withSteps ? await FirstDueAsync(db, people, cancel) : [],
            pack.DayOf
        );
    }

    /// <summary>
    /// Who holds what on which days. Of most people that is their periods and nothing else: the rest is
    /// read for those alone whose days something cuts or lengthens.
    /// </summary>
    /// <param name="certifications">Codes: nothing is known of others.</param>
    /// <param name="people">Null for everyone in the scope.</param>
    public async Task<HeldDays> HeldAsync(
        LmsDbContext db,
        IReadOnlyCollection<string> certifications,
        IReadOnlyCollection<PersonId>? people = null,
        CancellationToken cancel = default
    )
    {
        var special = (await cutOrLengthened(db, people, cancel)).ToHashSet();
        var plain = new Dictionary<string, RowsOfPeople<DaySpan>>(StringComparer.Ordinal);
        foreach (var code in certifications)
        {
            var rows = await held(db, code, people, cancel);
            plain[code] = RowsOfPeople.Of(rows, row => row.Person, row => row.Days);
        }

        var book =
            special.Count == 0
                ? CertificationBook.OfLeave(new(), pack.DayOf)
                : await ReadAsync(db, special, withSteps: false, cancel);
        return new(plain, special, book);
    }

    /// <summary>Who is away when, and nothing else.</summary>
    /// <param name="people">Null for everyone in the scope.</param>
    public async Task<CertificationBook> LeaveAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people = null,
        CancellationToken cancel = default
    ) => CertificationBook.OfLeave(await AwayAsync(db, people, cancel), pack.DayOf);

    private async Task<RowsOfPeople<DaySpan>> AwayAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    ) =>
        RowsOfPeople.Of(
            await leave(db, people, cancel),
            one => one.PersonId,
            one => one.Days(pack.DayOf)
        );

    private static RowsOfPeople<T> Rows<T>(List<T> rows)
        where T : IOfPerson => RowsOfPeople.Of(rows, row => row.PersonId, row => row);

    // By which rules and when it was recorded is asked of single periods: for many it is left out.
    private static Task<List<CertificationPeriod>> PeriodsAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    ) =>
        Of(db.CertificationPeriods, people)
            .Select(one => new CertificationPeriod
            {
                Id = one.Id,
                PersonId = one.PersonId,
                Certification = one.Certification,
                Cycle = one.Cycle,
                Path = "",
                CompletedOn = one.CompletedOn,
                From = one.From,
                Until = one.Until,
                RecordedAt = default,
                RulesHash = "",
            })
            .ToListAsync(cancel);

    // What a first period is reckoned from: asked on the way to one alone.
    private static async Task<Dictionary<(PersonId, string), DateOnly>> FirstDueAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    ) =>
        await Of(db.Assignments, people)
            .Where(one => one.Certification != null && one.DueOn != null)
            .GroupBy(one => new { one.PersonId, one.Certification })
            .Select(group => new { group.Key, First = group.Min(one => one.DueOn) })
            .ToDictionaryAsync(
                one => (one.Key.PersonId, one.Key.Certification!),
                one => one.First!.Value,
                cancel
            );

    private async Task<List<(PersonId Person, StepDone Step)>> StepsAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        IReadOnlyList<Waiver> waivers,
        CancellationToken cancel
    )
    {
        var asked = pack
            .Certifications.SelectMany(one => one.Rules.Renewals.Prepend(one.Rules.First))
            .SelectMany(path => path.Node.Steps())
            .ToHashSet();
        var slugs = asked.OfType<PathStep.Course>().Select(step => step.Slug).ToList();
        var completions = await Of(db.Completions, people)
            .Join(
                db.Courses.Where(course => slugs.Contains(course.Slug)),
                done => done.CourseId,
                course => course.Id,
                (done, course) =>
                    new
                    {
                        done.PersonId,
                        course.Slug,
                        done.CompletedAt,
                    }
            )
            .ToListAsync(cancel);
        var finishes = asked.OfType<PathStep.Case>().Any()
            ? await CasesAsync(db, people, cancel)
            : [];
        var sessions = asked.OfType<PathStep.LiveSession>().Any()
            ? await SessionsAsync(db, people, cancel)
            : [];
        var today = pack.DayOf(time.Now());
        var evidence = await Of(db.Evidence, people)
            .Where(one =>
                one.Decision != null
                && one.Decision.Verdict == EvidenceVerdict.Approved
                && (one.Decision.ValidUntil == null || one.Decision.ValidUntil >= today)
            )
            .Select(one => new
            {
                one.PersonId,
                one.Code,
                one.Course,
                one.On,
            })
            .ToListAsync(cancel);
        return
        [
            .. completions.Select(one =>
                (one.PersonId, Done(new PathStep.Course(one.Slug), pack.DayOf(one.CompletedAt)))
            ),
            .. finishes,
            .. sessions,
            .. evidence
                .Where(one => one.Code is not null)
                .Select(one => (one.PersonId, Done(new PathStep.Evidence(one.Code!), one.On))),
            // Prior learning stands for the course itself.
            .. evidence
                .Where(one => one.Course is not null)
                .Select(one => (one.PersonId, Done(new PathStep.Course(one.Course!), one.On))),
            .. waivers
                .Select(waiver => (waiver.PersonId, Step: waiver.Step(pack.DayOf)))
                .Where(one => one.Step is not null)
                .Select(one => (one.PersonId, one.Step!)),
        ];
    }

    private async Task<List<(PersonId, StepDone)>> CasesAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var rows = await (
            from finish in Of(db.CaseFinishes, people)
            join activity in db.Activities on finish.ActivityId equals activity.Id
            join course in db.Courses on activity.CourseId equals course.Id
            select new
            {
                finish.PersonId,
                Course = course.Slug,
                activity.Slug,
                finish.FinishedAt,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(one =>
                (
                    one.PersonId,
                    Done(new PathStep.Case(one.Course, one.Slug), pack.DayOf(one.FinishedAt))
                )
            ),
        ];
    }

    private async Task<List<(PersonId, StepDone)>> SessionsAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var rows = await (
            from attended in Of(db.AttendedSessions, people)
            join activity in db.Activities on attended.ActivityId equals activity.Id
            join course in db.Courses on activity.CourseId equals course.Id
            select new
            {
                attended.PersonId,
                Series = course.Slug + "/" + activity.Slug,
                attended.At,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(one =>
                (one.PersonId, Done(new PathStep.LiveSession(one.Series), pack.DayOf(one.At)))
            ),
        ];
    }

    private static StepDone Done(PathStep step, DateOnly on) => new(step, on);

    private static IQueryable<T> Of<T>(DbSet<T> rows, IReadOnlyCollection<PersonId>? people)
        where T : class, IOfPerson =>
        people is null
            ? rows.AsNoTracking()
            : rows.AsNoTracking().Where(row => people.Contains(row.PersonId));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct HeldPeriod(PersonId Person, DateOnly From, DateOnly Until)
    {
        public DaySpan Days => new(From, Until);
    }
}
