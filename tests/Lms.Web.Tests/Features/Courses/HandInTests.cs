using System.IO.Compression;
using System.Net;
using System.Text;
using Lms.Web.Features.Shared.Files;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A file as an answer: what is taken, who gets it, and that it can be taken back.</summary>
public sealed class HandInTests
{
    private const string Page = $"{TestCourse.Quiz}/files/q-file";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_handed_in_replaced_downloaded_and_taken_back(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        await sitting.StartAsync();

        using var first = await SendAsync(sitting, "план.pdf", Pdf);
        using var second = await SendAsync(sitting, @"C:\папка\<план 2>.exe", Pdf);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);

        await using var db = host.Look();
        var file = await db.AnswerFiles.SingleAsync();
        Assert.Equal("план 2.pdf", file.Name);
        Assert.Equal("application/pdf", file.MediaType);
        Assert.Equal([$"{file.Id.Value}"], (await sitting.AttemptAsync()).LastValues()["q-file"]);

        var address = $"/api/v1/answer-files/{file.Id.Value}";
        using var own = await sitting.Client.GetAsync(address);
        Assert.Equal(Pdf, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        var stranger = await host.SignedInAsync("specialist2");
        using var foreign = await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        using var removed = await sitting.Client.SubmitAsync(Page, "form[action*='Remove']");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(0, await db.AnswerFiles.CountAsync());
        Assert.Empty((await sitting.AttemptAsync()).LastValues()["q-file"]);
    }

    [Fact]
    public async Task After_the_end_nothing_is_handed_in()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        await sitting.StartAsync();
        var page = await sitting.Client.OpenAsync(Page);
        using var ended = await sitting.SubmitAsync();
        using var late = await SendAsync(sitting, page, "a.pdf", Pdf);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        await using var db = host.Look();
        Assert.Equal(0, await db.AnswerFiles.CountAsync());
    }

    [Fact]
    public async Task Bytes_of_another_kind_and_too_many_of_them_are_refused_in_words()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz());
        await sitting.StartAsync();
        byte[][] refused =
        [
            Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"),
            Encoding.UTF8.GetBytes("MZ program"),
            [],
            Zip(("x.txt", "no document")),
            [.. Zip(("word/document.xml", "a")).Take(40)],
            Zip(
                ("word/document.xml", "a"),
                ("[Content_Types].xml", ""),
                ("word/vbaProject.bin", "")
            ),
            [.. Pdf, .. new byte[CheckedFile.Largest]],
        ];

        foreach (var bytes in refused)
        {
            using var answer = await SendAsync(sitting, "plan.pdf", bytes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        Assert.Empty((await sitting.AttemptAsync()).Responses);
    }

    [Fact]
    public void Documents_are_known_by_what_is_in_them()
    {
        Assert.Equal(
            "a.docx",
            CheckedFile
                .Of("a.pdf", Zip(("word/document.xml", "a"), ("[Content_Types].xml", "")))!
                .Name
        );
        Assert.Equal(
            "a.odt",
            CheckedFile
                .Of(
                    "a",
                    Zip(
                        ("mimetype", "application/vnd.oasis.opendocument.text"),
                        ("content.xml", "")
                    )
                )!
                .Name
        );
        Assert.Equal("file.pdf", CheckedFile.Of("../..", Pdf)!.Name);
    }

    internal static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var whole = new MemoryStream();
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return whole.ToArray();
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Sitting sitting,
        string name,
        byte[] bytes
    ) => await SendAsync(sitting, await sitting.Client.OpenAsync(Page), name, bytes);

    private static Task<HttpResponseMessage> SendAsync(
        Sitting sitting,
        AngleSharp.Html.Dom.IHtmlDocument page,
        string name,
        byte[] bytes
    )
    {
        var form = new MultipartFormDataContent();
        foreach (
            var field in page.QuerySelectorAll("form.form input[type=hidden]")
                .OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
        )
        {
            form.Add(new StringContent(field.Value), field.Name!);
        }

        form.Add(new ByteArrayContent(bytes), "upload", name);
        return sitting.Client.PostAsync(Page, form);
    }
}
