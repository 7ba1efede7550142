using System.IO.Compression;
using System.Net;
using System.Text;
using CsCheck;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Manage.People.Import;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>A file of people: said row by row what would be done, done once, and undone.</summary>
public sealed class ImportTests
{
    private const string Add = "Додати";
    private const string Change = "Змінити";
    private const string Same = "Без змін";
    private const string Perhaps = "Можливо, та сама людина";
    private const string Refused = "Пропустити";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_row_is_told_with_its_place_and_the_file_again_makes_nothing(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        var file = ImportedFile.Csv(
            "Новенька,Олена,,,olena@example.org,,Лебединська міська територіальна громада,demo-centre-lebedyn,R01,2026-03-01",
            "Дем’янчук-Зразок,Оксана,Іванівна,Oksana Demianchuk,specialist@demo.example,,UA59080110000034361,,,",
            "Гриценко-Зразок,Наталія,Василівна,,,,UA59080110000034361,,,",
            "Чужа,Олена,,,,,UA59060110000049734,,,",
            ",Олена,,,nonsense,,Ніде,Ніщо,R99,колись",
            "Повторна,Олена,,,OLENA@example.org,,UA59080110000034361,,,"
        );
        var plan = await manager.PlanAsync(file);
        Assert.Equal(
            [Add, Change, Perhaps, Refused, Refused, Refused],
            plan.Select(row => row.Verdict)
        );
        Assert.Contains(
            "такої громади на вашій території немає",
            plan[3].Finding,
            StringComparison.Ordinal
        );
        foreach (
            var column in new[] { "Прізвище:", "Пошта:", "Громада:", "Посадова роль:", "З дня:" }
        )
        {
            Assert.Contains(column, plan[4].Finding, StringComparison.Ordinal);
        }

        Assert.Contains("рядку 2", plan[5].Finding, StringComparison.Ordinal);
        using var taken = await manager.TakeAsync(file);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await using (var db = host.Look())
        {
            Assert.Equal(9, await db.People.CountAsync());
            var added = await db
                .People.Include(one => one.Posts)
                .SingleAsync(one => one.Name.Family == "Новенька");
            Assert.Equal(
                ("demo-centre-lebedyn", "R01", new DateOnly(2026, 3, 1)),
                (added.Posts[0].Institution, added.Posts[0].StaffRole, added.Posts[0].From)
            );
            Assert.False(await db.Accounts.AnyAsync(one => one.PersonId == added.Id));
            Assert.Equal(
                "1 1",
                (await db.Audit.SingleAsync(one => one.Action == AuditAction.PeopleImported)).Detail
            );
        }

        Assert.Equal(
            [Same, Same, Perhaps, Refused, Refused, Refused],
            (await manager.PlanAsync(file)).Select(row => row.Verdict)
        );
        using var again = await manager.TakeAsync(file, 4);
        await using var after = host.Look();
        Assert.Equal(9, await after.People.CountAsync());
        Assert.Equal(1, await after.PeopleImports.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Undoing_restores_what_was_and_says_what_it_could_not(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var regional = await host.SignedInAsync("regional");
        var specialist = await host.PersonOfAsync("specialist");
        var manager = await host.PersonOfAsync("manager");
        var before = await StateAsync(host);
        using var taken = await regional.TakeAsync(
            ImportedFile.Csv(
                "Нова,Олена,,,one@example.org,,UA59080110000034361,demo-centre-lebedyn,R01,",
                "Учена,Ірина,,,two@example.org,,UA59080110000034361,,,",
                "Інакша,Оксана,Іванівна,Oksana,specialist@demo.example,,UA59060110000049734,demo-centre-romny,R02,",
                "Гриценко-Зразок,Наталка,Василівна,,manager@demo.example,,UA59080110000034361,,,"
            )
        );
        await using (var db = host.Look())
        {
            Assert.Equal(1, await db.CommunityMoves.CountAsync());
            Assert.Equal(
                "Інакша",
                (await db.People.SingleAsync(one => one.Id == specialist)).Name.Family
            );
            // One has begun to learn since, and one was renamed by hand.
            var learned = await db.People.SingleAsync(one => one.Name.Family == "Учена");
            db.Enrolments.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = learned.Id,
                    CourseId = (await db.Courses.FirstAsync()).Id,
                    Edition = 1,
                    EnrolledAt = host.Clock.GetUtcNow(),
                }
            );
            var renamed = await db.People.SingleAsync(one => one.Id == manager);
            renamed.Name = renamed.Name with { Given = "Ната" };
            await db.SaveChangesAsync();
        }

        using var undone = await regional.SubmitAsync(ImportedFile.Page, "form.undo");
        var said = (await undone.ReadAsync()).QuerySelector("[role=status]")!.TextContent;
        Assert.Contains("Учена Ірина", said, StringComparison.Ordinal);
        Assert.Contains("Гриценко-Зразок Ната", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Нова", said, StringComparison.Ordinal);
        var after = await StateAsync(host);
        Assert.Equal(
            before.Replace("Наталія", "Ната", StringComparison.Ordinal),
            string.Join(
                '\n',
                after.Split('\n').Where(line => !line.Contains("Учена", StringComparison.Ordinal))
            )
        );
        using var twice = await regional.PostAsync(
            ImportedFile.Page + "?handler=Undo",
            new FormUrlEncodedContent([])
        );
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_counts_in_a_session_stays_with_all_of_it(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var regional = await host.SignedInAsync("regional");
        string[] families = ["Записана", "Відмічена", "Зарахована", "Присутня", "Нова"];
        using var taken = await regional.TakeAsync(
            ImportedFile.Csv([
                .. families.Select(family => $"{family},Олена,,,,,UA59080110000034361,,,"),
            ])
        );
        await using var db = host.Look();
        var people = await db
            .People.Where(one => families.Contains(one.Name.Family))
            .ToDictionaryAsync(one => one.Name.Family, one => one.Id);
        var held = await HeldSession.PlannedAsync(host, form: SessionForm.Room);
        held.Seated(people["Записана"]);
        held.Add(
            new CheckIn
            {
                SessionId = held.Id,
                PersonId = people["Відмічена"],
                Means = CheckInMeans.List,
                At = host.Clock.GetUtcNow(),
            }
        );
        held.Add(
            new AttendanceDecision
            {
                SessionId = held.Id,
                PersonId = people["Зарахована"],
                IsAttended = true,
                Reason = "була в залі",
                By = new(Guid.CreateVersion7()),
                At = host.Clock.GetUtcNow(),
            }
        );
        held.Add(
            new AttendedSession
            {
                SessionId = held.Id,
                PersonId = people["Присутня"],
                Verdict = AttendanceVerdict.Attended,
                Minutes = 60,
                MadeUpMinutes = 0,
                At = host.Clock.GetUtcNow(),
            }
        );
        await held.RunsAsync();

        using var undone = await regional.SubmitAsync(ImportedFile.Page, "form.undo");

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(
            families.SkipLast(1).Order(),
            (
                await db
                    .People.Where(one => families.Contains(one.Name.Family))
                    .Select(one => one.Name.Family)
                    .ToListAsync()
            ).Order()
        );
        Assert.Equal(1, await db.SessionSeats.CountAsync(one => one.SessionId == held.Id));
        Assert.Equal(1, await db.CheckIns.CountAsync());
        Assert.Equal(1, await db.AttendanceDecisions.CountAsync());
        Assert.Equal(1, await db.AttendedSessions.CountAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_known_elsewhere_answers_like_who_is_known_nowhere(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var manager = await host.SignedInAsync("manager");
        string Row(string login) =>
            $"Канарка,Олена,,,{login},,{Inviter.Lebedyn},demo-centre-lebedyn,R01,";
        using var foreign = await manager.LookAsync(
            ImportedFile.Csv(Row("specialist2@demo.example"))
        );
        using var absent = await manager.LookAsync(ImportedFile.Csv(Row("nobody@example.org")));
        Assert.Equal((await absent.ReadAsync()).Words(), (await foreign.ReadAsync()).Words());

        using var taken = await manager.TakeAsync(
            ImportedFile.Csv(
                Row("specialist2@demo.example"),
                $"Друга,Олена,,,nobody@example.org,,{Inviter.Lebedyn},,,"
            )
        );
        var told = (await taken.ReadAsync()).Words();
        Assert.DoesNotContain("Левченко", told, StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.Equal(10, await db.People.CountAsync());
        Assert.Equal(8, await db.Accounts.CountAsync());
        Assert.Equal(
            "Левченко-Зразок",
            (
                await db.People.SingleAsync(one =>
                    one.Community.Equals(new Lms.Domain.Territories.TerritoryCode(Inviter.Romny))
                )
            )
                .Name
                .Family
        );
        // Neither of the two can be told from the other where they wait for an invitation.
        var waiting = (await manager.OpenAsync("/manage/people/invitations"))
            .QuerySelectorAll("#many input[type=text]")
            .Select(field => field.GetAttribute("value"));
        Assert.Equal(["nobody@example.org", "specialist2@demo.example"], waiting.Order());
    }

    [Fact]
    public async Task An_import_is_its_importers_and_an_administrators()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        using var taken = await manager.TakeAsync(
            ImportedFile.Csv($"Нова,Олена,,,,,{Inviter.Lebedyn},,,")
        );
        var regional = await host.SignedInAsync("regional");
        Assert.Null((await regional.OpenAsync(ImportedFile.Page)).QuerySelector("form.undo"));
        Guid id;
        await using (var db = host.Look())
        {
            id = (await db.PeopleImports.SingleAsync()).Id.Value;
        }

        var page = await regional.OpenAsync(ImportedFile.Page);
        using var forged = await regional.SubmitAsync(
            page,
            ImportedFile.Page + "?handler=Undo",
            "#file-form",
            ("id", $"{id}")
        );
        Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        var admin = await host.SignedInAsync("admin");
        using var undone = await admin.SubmitAsync(ImportedFile.Page, "form.undo");
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        await using var after = host.Look();
        Assert.Equal(8, await after.People.CountAsync());
    }

    [Fact]
    public async Task A_sheet_of_a_spreadsheet_is_read_like_a_list_and_what_a_cell_reckons_is_text()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var sheet = new MemoryStream();
        await sheet.SaveAsAsync(
            new[]
            {
                new Dictionary<string, object>
                {
                    ["Surname"] = "Excel",
                    ["Given name"] = "Олена",
                    ["Community"] = Inviter.Lebedyn,
                    ["Phone"] = "0501234567",
                    ["Institution"] = "demo-centre-lebedyn",
                    ["Staff role"] = "R01",
                    ["Since"] = new DateTime(2026, 3, 1),
                },
                new Dictionary<string, object>
                {
                    ["Surname"] = "=HYPERLINK(\"http://x\")",
                    ["Given name"] = "@SUM(1)",
                    ["Community"] = Inviter.Lebedyn,
                    ["Phone"] = "",
                    ["Institution"] = "",
                    ["Staff role"] = "",
                    ["Since"] = "",
                },
            }
        );
        var plan = await manager.PlanAsync(sheet.ToArray(), "people.xlsx");
        Assert.Equal([Add, Refused], plan.Select(row => row.Verdict));
        using var taken = await manager.TakeAsync(sheet.ToArray());
        await using var db = host.Look();
        var added = await db
            .People.Include(one => one.Posts)
            .SingleAsync(one => one.Name.Family == "Excel");
        Assert.Equal(new DateOnly(2026, 3, 1), added.Posts[0].From);
        Assert.Equal(
            [Same, Refused],
            (await manager.PlanAsync(sheet.ToArray())).Select(row => row.Verdict)
        );
    }

    [Fact]
    public async Task A_hostile_file_is_a_refused_file()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var manager = await host.SignedInAsync("manager");
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var part = 0; part < 100; part++)
            {
                entry.Write(zeros);
            }
        }

        var long_ = Enumerable.Repeat($"А,Б,,,,,{Inviter.Lebedyn},,,", ImportTable.MostRows + 1);
        byte[][] hostile =
        [
            bomb.ToArray(),
            [0x50, 0x4B, 0x03, 0x04, 1, 2, 3],
            [.. "\0\0\0"u8],
            [.. "%PDF-1.7"u8],
            Encoding.UTF8.GetBytes("a;b;c\r\n1;2;3"),
            Encoding.UTF8.GetBytes(ImportedFile.Head + "\r\n\"" + new string('x', 2_000_000)),
            ImportedFile.Csv([.. long_]),
            new byte[ImportTable.MostBytes + 1],
        ];
        foreach (var file in hostile)
        {
            using var answer = await manager.LookAsync(file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        var script = "<script>alert(1)</script>";
        using var shown = await manager.LookAsync(
            ImportedFile.Csv($"{script},Олена,,,,,{script},,,")
        );
        Assert.Null((await shown.ReadAsync()).QuerySelector("main script"));
        await using var db = host.Look();
        Assert.Equal(8, await db.People.CountAsync());
    }

    [Fact]
    public async Task The_empty_table_has_the_columns_that_are_read()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        foreach (var language in new[] { "uk", "en" })
        {
            var manager = await host.SignedInAsync("manager", language);
            var bytes = await manager.GetByteArrayAsync(ImportedFile.Page + "?handler=Template");
            Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
            var (table, fault) = ImportTable.Read(bytes);
            Assert.Null(fault);
            Assert.Empty(table!.Lines);
        }
    }

    [Fact]
    public void What_an_old_office_saves_is_read_too()
    {
        var text = "Прізвище;Ім'я;Громада\r\nЇжак;Олена;Ґ\r\n";
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text);
        var (table, fault) = ImportTable.Read(old);
        Assert.Null(fault);
        Assert.Equal("Їжак", table!.Lines[0][ImportColumn.Family]);
        Assert.Equal("Ґ", table.Lines[0][ImportColumn.Community]);
    }

    [Fact]
    public async Task Taken_twice_is_taken_once_and_undone_is_as_it_was_whatever_the_rows()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var before = await StateAsync(host);
        var files = Gen.Select(
            OneOf("Аист", "Бук", "Дем’янчук-Зразок", "Гриценко-Зразок", ""),
            OneOf("Олена", "Оксана", "Наталія"),
            OneOf(
                "",
                "a@example.org",
                "specialist@demo.example",
                "specialist2@demo.example",
                "broken"
            ),
            OneOf(Inviter.Lebedyn, Inviter.Romny, "UA59080030000075526"),
            OneOf("demo-centre-lebedyn,R01", ",", "demo-centre-romny,R02", "x,R01"),
            (family, given, login, community, post) =>
                $"{family},{given},,,{login},,{community},{post},"
        ).Array[1, 8];
        await files.SampleAsync(
            async rows =>
            {
                await using var work = host.Services.WorkAs("a test takes a file in");
                var import = work.Services.GetRequiredService<ImportPeople>();
                var table = ImportTable.Read(ImportedFile.Csv(rows)).Table!;
                await import.RunAsync(table, "hash", new HashSet<int>());
                var once = await StateAsync(host);
                await import.RunAsync(table, "hash", new HashSet<int>(Enumerable.Range(1, 9)));
                Assert.Equal(once, await StateAsync(host));
                await import.RunAsync(table, "another", new HashSet<int>());
                Assert.Equal(once, await StateAsync(host));

                await using var db = host.Look();
                foreach (
                    var taken in await db
                        .PeopleImports.Where(one => one.UndoneAt == null)
                        .Select(one => one.Id)
                        .ToListAsync()
                )
                {
                    var undo = work.Services.GetRequiredService<UndoImport>();
                    var answer = await undo.RunAsync(taken);
                    Assert.Empty(answer!.Kept);
                }

                Assert.Equal(before, await StateAsync(host));
            },
            iter: 40,
            threads: 1
        );
    }

    private static Gen<string> OneOf(params string[] some) =>
        Gen.Int[0, some.Length - 1].Select(at => some[at]);

    private static async Task<string> StateAsync(LmsHost host)
    {
        await using var db = host.Look();
        var people = await db.People.AsNoTracking().Include(one => one.Posts).ToListAsync();
        var moves = await db.CommunityMoves.CountAsync();
        return string.Join(
            '\n',
            people
                .OrderBy(one => one.Id.Value)
                .Select(one =>
                    $"{one.Name.Full} {one.LatinName} {one.Community} {moves} "
                    + string.Join(
                        ' ',
                        one.Posts.Select(post =>
                                $"{post.Institution}/{post.StaffRole}/{post.From}/{post.To}"
                            )
                            .Order(StringComparer.Ordinal)
                    )
                )
        );
    }
}
