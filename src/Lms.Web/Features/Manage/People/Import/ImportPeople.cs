using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>
/// Takes a file of people in: whom it names is found by e-mail or phone, else by name and place. It adds
/// and changes within the importer's scope alone, makes no account and gives no right; the same file again
/// makes nothing.
/// </summary>
public sealed class ImportPeople(
    LmsDatabase database,
    InstitutionReads institutions,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>What would come of it; nothing is written.</summary>
    public async Task<ImportPlan> PlanAsync(ImportTable table, string hash)
    {
        await using var db = database.Open(Viewer.System("look what an import would do"));
        return await PlanAsync(db, table, hash, new HashSet<int>());
    }

    /// <param name="another">Rows that name another person than the one of the same name.</param>
    /// <returns>What came of it.</returns>
    public async Task<ImportPlan> RunAsync(
        ImportTable table,
        string hash,
        IReadOnlySet<int> another
    )
    {
        await using var db = database.Open(Viewer.System("import people"));
        return await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var plan = await PlanAsync(db, table, hash, another);
            if (plan.Count(RowVerdict.Add) + plan.Count(RowVerdict.Change) > 0)
            {
                await ApplyAsync(db, plan, hash);
            }

            return plan;
        });
    }

    private async Task<ImportPlan> PlanAsync(
        LmsDbContext db,
        ImportTable table,
        string hash,
        IReadOnlySet<int> another
    )
    {
        var reader = new ImportRows(
            pack,
            await institutions.InScopeAsync(),
            current.Viewer.Answers,
            Today
        );
        var read = table
            .Lines.Select(line =>
            {
                var findings = new List<ImportFinding>();
                return (Line: line, Row: reader.Read(line, findings), Findings: findings);
            })
            .ToList();
        var known = await KnownPeople.ReadAsync(
            db,
            [.. read.Select(one => one.Row).OfType<ImportRow>()],
            current.Viewer
        );
        // Taken in before, as it stands: what was said then of people of one name stays said.
        var isAgain = await db.PeopleImports.AnyAsync(one =>
            one.FileHash == hash && one.UndoneAt == null && one.By == By
        );
        var judge = new JudgeRows(known, isAgain ? new HashSet<int>() : another);
        return new([.. read.Select(one => judge.Of(one.Line, one.Row, one.Findings))]);
    }

    private async Task ApplyAsync(LmsDbContext db, ImportPlan plan, string hash)
    {
        var now = time.Now();
        var import = new PeopleImport
        {
            Id = new(time.NewId()),
            By = By,
            FileHash = hash,
            TakenAt = now,
        };
        db.PeopleImports.Add(import);
        var (added, changed) = (new List<PersonId>(), new HashSet<PersonId>());
        foreach (var row in plan.Rows)
        {
            switch (row.Verdict)
            {
                case RowVerdict.Add:
                    added.Add(Add(db, import, row.Read!, now));
                    break;
                // Two rows about one person are one change, the first.
                case RowVerdict.Change when changed.Add(row.Person!.Value):
                    Change(db, import, row.Person.Value, row.Read!, now);
                    break;
                case RowVerdict.Change:
                case RowVerdict.Same:
                case RowVerdict.PerhapsSame:
                case RowVerdict.Refused:
                    break;
            }
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.PeopleImported,
                Actor = current.Viewer.Account,
                Detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Count(RowVerdict.Add)} {plan.Count(RowVerdict.Change)}"
                ),
            }
        );
        await db.SaveChangesAsync();
        memberships.After(db, [.. added, .. changed]);
    }

    private PersonId Add(LmsDbContext db, PeopleImport import, ImportRow row, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = new(time.NewId()),
            Name = row.Name,
            LatinName = row.Latin,
            Community = row.Community,
            CreatedAt = now,
        };
        if (PostOf(person.Id, row) is { } post)
        {
            person.Posts.Add(post);
        }

        db.People.Add(person);
        db.ImportedPeople.Add(
            new ImportedPerson
            {
                ImportId = import.Id,
                PersonId = person.Id,
                Effect = ImportEffect.Added,
                Before = ImportFields.Of(row),
            }
        );
        return person.Id;
    }

    private void Change(
        LmsDbContext db,
        PeopleImport import,
        PersonId id,
        ImportRow row,
        DateTimeOffset now
    )
    {
        var person = db.People.Local.Single(one => one.Id == id);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        person.Name = ImportFields.Renamed(person.Name, row.Name, before);
        if (row.Latin is { } latin && latin != person.LatinName)
        {
            ImportFields.Keep(before, ImportFields.Latin, person.LatinName ?? "", latin);
            person.LatinName = latin;
        }

        if (row.Community != person.Community)
        {
            ImportFields.Keep(
                before,
                ImportFields.Community,
                person.Community.Value,
                row.Community.Value
            );
            db.CommunityMoves.Add(
                new CommunityMove
                {
                    Id = new(time.NewId()),
                    PersonId = id,
                    From = person.Community,
                    To = row.Community,
                    On = Today,
                    RecordedAt = now,
                }
            );
            person.Community = row.Community;
        }

        if (!JudgeRows.HoldsPost(person, row) && PostOf(id, row) is { } post)
        {
            before[ImportFields.Posts] = post.Id.Value.ToString();
            db.Posts.Add(post);
        }

        db.ImportedPeople.Add(
            new ImportedPerson
            {
                ImportId = import.Id,
                PersonId = id,
                Effect = ImportEffect.Changed,
                Before = before,
            }
        );
    }

    private Post? PostOf(PersonId person, ImportRow row) =>
        row is { Institution: { } institution, Role: { } role }
            ? new()
            {
                Id = new(time.NewId()),
                PersonId = person,
                Institution = institution,
                StaffRole = role,
                From = row.From ?? Today,
            }
            : null;

    private ActorId By => current.Viewer.Account?.Actor ?? default;

    private DateOnly Today => pack.DayOf(time.Now());
}
