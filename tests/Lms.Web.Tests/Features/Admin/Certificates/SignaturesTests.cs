using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Features.Admin.Certificates.Signing;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>A batch goes out to be signed, and signatures come back to the documents they sign.</summary>
public sealed class SignaturesTests
{
    private const string Address = "/admin/certificates/signatures";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_batch_goes_out_and_every_form_of_signature_comes_back(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.IssuedAsync("specialist");
        await host.IssuedAsync("specialist2");
        var admin = await host.SignedInAsync("admin");
        var documents = await BatchAsync(admin);
        Assert.Equal(2, documents.Count);
        var (first, second) = (documents[0], documents[1]);

        var said = await AttachAsync(
            admin,
            ("a.p7s", MadeSignature.Cms(first, isDetached: true)),
            ("b.p7s", MadeSignature.Cms(first, isDetached: false)),
            ("c.pdf", MadeSignature.Pdf(first)),
            ("d.p7s", Naming(MadeSignature.Gost, second)),
            ("e.p7s", Naming(MadeSignature.Kupyna, second)),
            ("c again.pdf", MadeSignature.Pdf(first)),
            ("f.p7s", MadeSignature.Naming("1.2.3.4", SHA256.HashData(first))),
            ("g.p7s", MadeSignature.Naming("2.16.840.1.101.3.4.2.1", new byte[32])),
            ("h.pdf", first),
            ("i.txt", "no signature"u8.ToArray()),
            ("<b>j</b>.pdf", "%PDF-1.7 of somebody else /ByteRange"u8.ToArray())
        );
        Assert.Equal(
            [
                "долучено, не перевірено",
                "долучено, не перевірено",
                "долучено, не перевірено",
                "долучено, не перевірено",
                "долучено, не перевірено",
                "його вже було долучено",
                "підписано за невідомим алгоритмом гешування",
                "не підписує жодного документа, виданого за цей час",
                "підпису в ньому не знайдено",
                "підпису в ньому не знайдено",
                "не підписує жодного документа, виданого за цей час",
            ],
            said
        );
        await using var db = host.Look();
        var forms = await db.QualifiedSignatures.Select(one => one.Form).ToListAsync();
        Assert.Equal(
            [
                SignatureForm.Detached,
                SignatureForm.Detached,
                SignatureForm.Detached,
                SignatureForm.Enveloping,
                SignatureForm.SignedPdf,
            ],
            forms.Order()
        );
        Assert.Equal(
            5,
            await db.Audit.CountAsync(entry => entry.Action == AuditAction.SignatureAttached)
        );
        Assert.Equal(
            1,
            await db.Audit.CountAsync(entry => entry.Action == AuditAction.CertificatesDownloaded)
        );

        // What was signed does not go out again.
        using var again = await admin.SubmitAsync(Address, "form[action*='Download']");
        Assert.Empty(await UkrainianAsync(again));
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-12-01&to=2026-01-01")]
    public async Task Days_that_are_none_are_answered_in_words(string days)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        using var answer = await admin.GetAsync(Address + days);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.ReadAsync()).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task The_holder_alone_sees_and_takes_the_signature_and_is_told_what_it_is_worth()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        var pdf = (await BatchAsync(admin))[0];
        await AttachAsync(
            admin,
            ("a.p7s", MadeSignature.Cms(pdf, isDetached: true)),
            ("b.pdf", MadeSignature.Pdf(pdf))
        );
        var holder = await host.SignedInAsync("specialist");
        var page = await holder.OpenAsync("/certificates");
        Assert.Contains(
            "долучено, не перевірено",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        var links = page.QuerySelectorAll("main a[href*='/signed.']")
            .Select(link => link.GetAttribute("href")!)
            .ToList();
        Assert.Equal(2, links.Count);
        Assert.Equal(MadeSignature.Pdf(pdf), await holder.GetByteArrayAsync(links[1]));
        foreach (var name in new[] { "specialist2", "manager", "admin" })
        {
            var other = await host.SignedInAsync(name);
            using var foreign = await other.GetAsync(links[0]);
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync(links[0]);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        var archive = await holder.GetByteArrayAsync("/certificates/all.zip");
        using var zip = new ZipArchive(new MemoryStream(archive));
        Assert.Equal(
            [
                $"{certificate.Number}.uk.pdf",
                $"{certificate.Number}.uk.1.p7s",
                $"{certificate.Number}.uk.2.signed.pdf",
            ],
            zip.Entries.Select(entry => entry.FullName)
                .Where(name => name.Contains(".uk.", StringComparison.Ordinal))
        );
        await host.EraseContentAsync(certificate);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/certificates")).StatusCode);
    }

    [Fact]
    public async Task An_archive_is_unpacked_and_a_hostile_one_refused()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        var signature = MadeSignature.Cms((await BatchAsync(admin))[0], isDetached: true);
        Assert.Equal(
            [
                "завеликий: файл має бути до 5 МБ",
                "підпису в ньому не знайдено",
                "долучено, не перевірено",
            ],
            await AttachAsync(
                admin,
                (
                    "all.zip",
                    Zip(
                        ("bomb.p7s", new byte[4 * 1024 * 1024]),
                        ("noise.p7s", RandomNumberGenerator.GetBytes(1000)),
                        ("../../etc/a.p7s", signature)
                    )
                )
            )
        );
        Assert.Equal(
            [
                "це не архів ZIP, або файлів у ньому забагато",
                "це не архів ZIP, або файлів у ньому забагато",
                "завеликий: файл має бути до 5 МБ",
            ],
            await AttachAsync(
                admin,
                (
                    "many.zip",
                    Zip([.. Enumerable.Range(0, 201).Select(at => ($"{at}.p7s", new byte[] { 1 }))])
                ),
                ("broken.zip", [.. "PK\u0003\u0004"u8, .. new byte[100]]),
                ("large.p7s", RandomNumberGenerator.GetBytes(BroughtFiles.LargestFile + 1))
            )
        );
    }

    [Fact]
    public async Task Nobody_else_may_take_or_bring()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync();
        var form = await (await host.SignedInAsync("admin")).OpenAsync(Address);
        foreach (var name in new[] { "specialist", "manager", "regional", "auditor" })
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
            using var forged = await other.SubmitAsync(form, Address, "form[action*='Download']");
            Assert.NotEqual(HttpStatusCode.OK, forged.StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync(Address);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
    }

    private static byte[] Naming(string algorithm, byte[] document) =>
        MadeSignature.Naming(algorithm, DocumentDigests.Of(algorithm)!(document));

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return archive.ToArray();
    }

    private static async Task<List<byte[]>> BatchAsync(HttpClient admin)
    {
        using var answer = await admin.SubmitAsync(Address, "form[action*='Download']");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return await UkrainianAsync(answer);
    }

    private static async Task<List<byte[]>> UkrainianAsync(HttpResponseMessage answer)
    {
        var documents = new List<byte[]>();
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return documents;
        }

        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        foreach (
            var entry in zip.Entries.Where(entry =>
                entry.Name.Contains(".uk.", StringComparison.Ordinal)
            )
        )
        {
            using var copy = new MemoryStream();
            await using var stream = await entry.OpenAsync();
            await stream.CopyToAsync(copy);
            documents.Add(copy.ToArray());
        }

        return documents;
    }

    private static async Task<List<string>> AttachAsync(
        HttpClient admin,
        params (string Name, byte[] Bytes)[] files
    )
    {
        var page = await admin.OpenAsync(Address);
        var action = page.QuerySelector("form[action*='Attach']")!;
        var form = new MultipartFormDataContent();
        foreach (var hidden in action.QuerySelectorAll("input[type=hidden]"))
        {
            form.Add(
                new StringContent(hidden.GetAttribute("value")!),
                hidden.GetAttribute("name")!
            );
        }

        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        using var answer = await admin.PostAsync(action.GetAttribute("action"), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return
        [
            .. (await answer.ReadAsync())
                .QuerySelectorAll("main tbody td:nth-child(2)")
                .Select(cell => cell.TextContent.Trim()),
        ];
    }
}
