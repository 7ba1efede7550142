using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lms.Domain.Certification;
using Lms.Web.Features.Shared.Files;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Certifications;

/// <summary>Papers from elsewhere: handed in, looked at in a sandbox, decided once.</summary>
public sealed class EvidenceTests
{
    internal const string Address = "/certifications/evidence";
    private const string Queue = "/manage/evidence";
    internal static readonly byte[] Pdf =
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF"u8.ToArray();

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Approved_evidence_earns_the_period_in_the_same_write(string database)
    {
        var content = await Certified.ContentAsync(
            "mentored",
            "first:\n  - evidence: mentor\nvalidity: {basis: completion, period: 12 months}\nwindow: 30 days\ngrace: none\nlate: renewal"
        );
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var learner = await host.SignedInAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        var page = await learner.OpenAsync(Address);
        using var sent = await SendAsync(learner, page, Pdf, code: "mentor");
        using var again = await SendAsync(learner, page, Pdf, code: "mentor");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await using var db = host.Look();
        var id = (await db.Evidence.SingleAsync()).Id.Value;

        var other = await host.SignedInAsync("specialist2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(FileOf(id))).StatusCode);
        using var file = await manager.GetAsync(FileOf(id));
        Assert.Equal(
            ("attachment", "default-src 'none'; sandbox", "nosniff"),
            (
                file.Content.Headers.ContentDisposition!.DispositionType,
                file.Headers.GetValues("Content-Security-Policy").Single(),
                file.Headers.GetValues("X-Content-Type-Options").Single()
            )
        );

        await DecideAsync(manager, "Approved", "Чудово", "2027-12-31", id);
        await DecideAsync(manager, "Refused", "Пізно", "", id);

        var period = await db.CertificationPeriods.SingleAsync();
        Assert.Equal(("mentored", 1), (period.Certification, period.Cycle));
        Assert.Equal(EvidenceVerdict.Approved, (await db.EvidenceDecisions.SingleAsync()).Verdict);
        var own = await learner.OpenAsync(Address);
        Assert.Contains("Чудово", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31 грудня 2027", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Certified", (await learner.OpenAsync("/certifications")).StateOf("mentored"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Earlier_learning_counts_as_the_course_and_many_are_decided_at_once(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = await host.SignedInAsync("specialist");
        var foreign = await host.SignedInAsync("specialist2");
        var manager = await host.SignedInAsync("manager");
        using var refused = await SendAsync(learner, Pdf, "PriorLearning");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var first = await SendAsync(learner, Pdf, "PriorLearning", Certified.Course);
        using var second = await SendAsync(learner, Pdf);
        using var outside = await SendAsync(foreign, Pdf, "PriorLearning", Certified.Course);
        using var self = await SendAsync(manager, Pdf, "PriorLearning", Certified.Course);
        await using var db = host.Look();
        var all = await db.Evidence.Select(one => one.Id.Value).ToArrayAsync();
        Assert.Equal(4, all.Length);
        Assert.Equal(
            2,
            (await manager.OpenAsync(Queue)).QuerySelectorAll("[data-evidence]").Length
        );

        await DecideAsync(manager, "Approved", "", "", all);

        // The stranger's and the manager's own are passed over.
        Assert.Equal(2, await db.EvidenceDecisions.CountAsync());
        var period = await db.CertificationPeriods.SingleAsync();
        Assert.Equal(await host.PersonAsync("specialist"), period.PersonId);
        Assert.Equal(new DateOnly(2026, 11, 2), period.CompletedOn);
    }

    [Theory]
    [InlineData("Approved", "зараховано.", "")]
    [InlineData("Refused", "не зараховано.", "Немає підпису")]
    public async Task A_decision_is_told_once_by_a_letter_that_names_nothing(
        string verdict,
        string words,
        string remark
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await host.SignedInAsync("specialist");
        using var sent = await SendAsync(learner, Pdf);
        await using var db = host.Look();
        var id = (await db.Evidence.SingleAsync()).Id.Value;
        var manager = await host.SignedInAsync("manager");

        await DecideAsync(manager, verdict, remark, "", id);
        await DecideAsync(manager, "Refused", "Ще раз", "", id);

        var letter = await db.OutgoingMail.SingleAsync(one =>
            one.Event == $"evidence-decided:{id}"
        );
        Assert.Equal("specialist@demo.example", letter.To);
        Assert.Equal("Відповідь на ваше прохання", letter.Subject);
        Assert.Contains($" {words}", letter.Body, StringComparison.Ordinal);
        Assert.Contains(Address, letter.Body, StringComparison.Ordinal);
        // The remark may name what a watched phone should not show.
        Assert.DoesNotContain("Немає підпису", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Мережа", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_known_by_its_bytes_and_loses_the_traces_of_the_camera()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await host.SignedInAsync("specialist");
        foreach (
            var wrong in new[]
            {
                "<html>"u8.ToArray(),
                "MZ program"u8.ToArray(),
                Encoding.ASCII.GetBytes("%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (a) >> >>"),
                Encoding.ASCII.GetBytes("%PDF-1.7\n<< /S /J#61vaScript >>"),
                Png(60_000, 60_000),
                [],
            }
        )
        {
            using var answer = await SendAsync(learner, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.NotNull(page.QuerySelector("[role=alert]"));
            Assert.Equal("Курс «Мережа»", page.QuerySelector("#title")!.GetAttribute("value"));
        }

        using var taken = await SendAsync(learner, Png(20, 20));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        await using var db = host.Look();
        var kept = await db.EvidenceFiles.SingleAsync();
        Assert.Equal("image/png", kept.MediaType);
        Assert.DoesNotContain(
            "Суми",
            Encoding.UTF8.GetString(kept.Bytes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_pdf_hides_no_script_in_an_object_stream()
    {
        using var packed = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZLibStream(
                packed,
                System.IO.Compression.CompressionMode.Compress,
                leaveOpen: true
            )
        )
        {
            zip.Write("1 0 << /S /JavaScript /JS (app.alert(1)) >>"u8);
        }

        byte[] Stream(string type) =>
            [
                .. Encoding.ASCII.GetBytes(
                    $"%PDF-1.7\n1 0 obj << /Type /{type} /Filter /FlateDecode >>\nstream\r\n"
                ),
                .. packed.ToArray(),
                .. "\nendstream\nendobj\n"u8,
            ];

        Assert.Equal("shared.evidence.file.active", PaperFile.Of("a.pdf", Stream("ObjStm")).Fault);
        // What stands in a picture is no name of an action.
        Assert.Null(PaperFile.Of("a.pdf", Stream("XObject")).Fault);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_names_a_client_is_taken_back_or_purged_whole(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var learner = await host.SignedInAsync("specialist");
        var manager = await host.SignedInAsync("manager");
        using var first = await SendAsync(learner, Pdf);
        using var back = await learner.SubmitAsync(Address, "form[action*='TakeBack']");
        await using var db = host.Look();
        Assert.Equal((0, 0), (await db.Evidence.CountAsync(), await db.EvidenceFiles.CountAsync()));
        using var second = await SendAsync(learner, Pdf);
        var id = (await db.Evidence.SingleAsync()).Id.Value;

        var asked = await AskPurgeAsync(manager, id);
        using var done = await manager.SubmitAsync(asked, Queue, "#confirm form");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal((0, 0), (await db.Evidence.CountAsync(), await db.EvidenceFiles.CountAsync()));
    }

    private static async Task<IHtmlDocument> AskPurgeAsync(HttpClient manager, Guid id)
    {
        var page = await manager.OpenAsync(Queue);
        var token = page.QuerySelector("#decide input[name=__RequestVerificationToken]")!;
        using var answer = await manager.PostAsync(
            $"{Queue}?handler=Purge",
            new FormUrlEncodedContent([
                new("__RequestVerificationToken", token.GetAttribute("value")!),
                new("purged", $"{id}"),
            ])
        );
        return await answer.ReadAsync();
    }

    private static string FileOf(Guid id) => $"/api/v1/evidence-files/{id}";

    internal static async Task DecideAsync(
        HttpClient manager,
        string verdict,
        string remark,
        string until,
        params Guid[] ids
    )
    {
        var page = await manager.OpenAsync("/account/logout");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!;
        List<KeyValuePair<string, string>> fields =
        [
            new("__RequestVerificationToken", token.GetAttribute("value")!),
            new("verdict", verdict),
            new("remark", remark),
            new("until", until),
            .. ids.Select(id => KeyValuePair.Create("evidence", $"{id}")),
        ];
        using var asked = await manager.PostAsync(
            $"{Queue}?handler=Decide",
            new FormUrlEncodedContent(fields)
        );
        using var answer = await manager.SubmitAsync(
            await asked.ReadAsync(),
            Queue,
            "#confirm form",
            [.. ids.Select(id => ("evidence", $"{id}"))]
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        byte[] bytes,
        string kind = "ExternalTraining",
        string course = ""
    ) => await SendAsync(client, await client.OpenAsync(Address), bytes, kind, course);

    internal static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        IHtmlDocument page,
        byte[] bytes,
        string kind = "ExternalTraining",
        string course = "",
        string code = ""
    )
    {
        var form = new MultipartFormDataContent();
        foreach (
            var field in page.QuerySelectorAll("#hand-in input[type=hidden]")
                .OfType<IHtmlInputElement>()
        )
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        foreach (
            var (name, value) in new[]
            {
                ("Kind", kind),
                ("Code", code),
                ("Course", course),
                ("Title", "Курс «Мережа»"),
                ("Provider", "Школа"),
                ("On", "2026-11-02"),
                ("Minutes", "90"),
            }
        )
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(bytes), "upload", "фото.png");
        return client.PostAsync(Address, form);
    }

    private static byte[] Png(int width, int height) =>
        [
            0x89,
            .. "PNG\r\n\u001a\n"u8,
            .. Chunk(
                "IHDR",
                [
                    .. BitConverter.GetBytes(width).Reverse(),
                    .. BitConverter.GetBytes(height).Reverse(),
                    8,
                    2,
                    0,
                    0,
                    0,
                ]
            ),
            .. Chunk("tEXt", Encoding.UTF8.GetBytes("Суми, парк")),
            .. Chunk("IEND", []),
        ];

    private static byte[] Chunk(string type, byte[] content) =>
        [
            .. BitConverter.GetBytes(content.Length).Reverse(),
            .. Encoding.ASCII.GetBytes(type),
            .. content,
            0,
            0,
            0,
            0,
        ];
}
