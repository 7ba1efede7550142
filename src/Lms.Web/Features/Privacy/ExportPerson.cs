using System.Text.Json.Nodes;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// Everything about a person as one archive: <c>data.json</c> with every row, pages that read, the
/// documents of certificates and the files handed in.
/// </summary>
public sealed class ExportPerson(
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Exporter = Viewer.System("export everything about a person");

    /// <summary>Null when there is nobody to tell of.</summary>
    /// <param name="account">For a login that belongs to no person; else null.</param>
    public async Task<Footprint?> FindAsync(
        PersonId? person,
        AccountId? account,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Exporter);
        return person is { } known ? await Footprint.FindAsync(db, known, time.Now(), cancel)
            : account is { } login ? await Footprint.OfAsync(db, login, time.Now(), cancel)
            : null;
    }

    /// <param name="by">Null when the administrator of the machine asks.</param>
    public async Task WriteAsync(
        Stream to,
        Footprint who,
        AccountId? by,
        Texts texts,
        CancellationToken cancel = default
    )
    {
        await using var db = database.Open(Exporter);
        await NoteAsync(db, who, by, cancel);
        var titles = await CourseTitles.ReadAsync(db, courses, who, texts.Language, cancel);
        await using var archive = new PersonArchive(to, cancel);
        var places = await InstitutionReads.NamesAsync(db, null, texts.Language, cancel);
        var words = new RowWords(texts, pack, titles, places);
        var (json, tables) = await RowsAsync(db, archive, who, words, cancel);
        await archive.AddAsync("data.json", json);
        var pages = new ReadablePages(texts, texts["privacy.archive.title"]);
        var now = TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);
        await archive.AddAsync("index.html", pages.Index(now));
        foreach (var (key, _) in ReadableTopics.All)
        {
            await archive.AddAsync($"{key}.html", pages.Topic(key, tables));
        }
    }

    private static async Task<(JsonObject Json, Dictionary<Type, ReadableTable> Tables)> RowsAsync(
        LmsDbContext db,
        PersonArchive archive,
        Footprint who,
        RowWords words,
        CancellationToken cancel
    )
    {
        var numbers = await db
            .Certificates.Where(one => who.People.Contains(one.PersonId))
            .ToDictionaryAsync(one => one.Id, one => one.Number, cancel);
        var (json, tables) = (new JsonObject(), new Dictionary<Type, ReadableTable>());
        foreach (var kind in PersonRows.Kinds(db.Model))
        {
            var rows = new JsonArray();
            var readable = new List<IReadOnlyList<(string, string)>>();
            // Read before it is written: a slow line would hold the log of the database open.
            var own = await PersonRows.Of(db, kind.ClrType, who).AsNoTracking().ToListAsync(cancel);
            foreach (var row in own)
            {
                rows.Add(RowJson.Of(kind, row));
                readable.Add(words.Of(kind, row));
                await archive.AddFileOfAsync(row, numbers);
            }

            json[PersonRows.NameOf(kind.ClrType)] = rows;
            tables[kind.ClrType] = new(kind.ClrType, readable);
        }

        return (json, tables);
    }

    private async Task NoteAsync(
        LmsDbContext db,
        Footprint who,
        AccountId? by,
        CancellationToken cancel
    )
    {
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PersonExported,
                Actor = by,
                Subject = who.People.Count > 0 ? who.People[0] : null,
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
