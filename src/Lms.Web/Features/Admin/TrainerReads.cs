using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin;

/// <param name="Name">Of the person; the e-mail of an account without one.</param>
public sealed record TrainerRow(AccountId Account, string Name);

/// <param name="To">The last day; null for no end.</param>
public sealed record TaughtBy(TrainerRow Trainer, DateOnly From, DateOnly? To);

/// <summary>A course with those who teach it today or later.</summary>
public sealed record TaughtCourse(
    string Slug,
    string Title,
    string Language,
    IReadOnlyList<TaughtBy> Trainers
);

/// <summary>Who teaches which course, and who could. A look at people, so it stands in the log.</summary>
public sealed class TrainerReads(
    LmsDbContext db,
    PublishedCourses courses,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public DateOnly Today => pack.DayOf(time.Now());

    /// <summary>Accounts that are a trainer's today, by name.</summary>
    public async Task<IReadOnlyList<TrainerRow>> TrainersAsync()
    {
        var today = Today;
        return await NamedAsync(
            db.Accounts.Where(account =>
                account.Grants.Any(grant =>
                    grant.Role == AccessRole.Trainer
                    && grant.From <= today
                    && (grant.To == null || grant.To >= today)
                )
            )
        );
    }

    public async Task<IReadOnlyList<TaughtCourse>> CoursesAsync()
    {
        var today = Today;
        var rows = await db
            .CourseTrainers.AsNoTracking()
            .Where(row => row.To == null || row.To >= today)
            .ToListAsync();
        var ids = rows.Select(row => row.AccountId).Distinct().ToList();
        var named = (
            await NamedAsync(db.Accounts.Where(account => ids.Contains(account.Id)))
        ).ToDictionary(trainer => trainer.Account);
        return
        [
            .. (await courses.AllAsync()).Select(course => new TaughtCourse(
                course.Slug,
                course.Manifest.Title,
                course.Manifest.Language,
                [
                    .. rows.Where(row => row.CourseId == course.Id)
                        .Select(row => new TaughtBy(named[row.AccountId], row.From, row.To))
                        .OrderBy(row => row.Trainer.Name, StringComparer.CurrentCulture),
                ]
            )),
        ];
    }

    public async Task RecordAsync(int people)
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PeopleListed,
                Actor = current.Viewer.Account,
                Detail = people.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<TrainerRow>> NamedAsync(IQueryable<Access.Account> accounts)
    {
        var found = await accounts
            .Select(account => new
            {
                account.Id,
                account.Email,
                account.PersonId,
            })
            .ToListAsync();
        var ids = found
            .Where(one => one.PersonId != null)
            .Select(one => one.PersonId!.Value)
            .ToList();
        var names = await db
            .People.Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name.Full);
        return
        [
            .. found
                .Select(one => new TrainerRow(
                    one.Id,
                    one.PersonId is { } person && names.TryGetValue(person, out var name)
                        ? name
                        : one.Email ?? ""
                ))
                .OrderBy(trainer => trainer.Name, StringComparer.CurrentCulture),
        ];
    }
}
