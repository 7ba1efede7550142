using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Content;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Media;

/// <summary>The files of a published version: kept for ever, and shown without harm.</summary>
public sealed class MediaFilesTests
{
    private static readonly byte[] Film = [.. SampleFiles.Video, .. new byte[100_000]];

    [Fact]
    public async Task A_published_file_stays_when_the_author_takes_it_away()
    {
        using var content = Folder();
        await using var host = await StartAsync(content);
        content.Delete("courses/basics/assets/film.mp4");

        var learner = await host.SignedInAsync("specialist");
        var page = await learner.OpenAsync("/courses/basics/first");
        var address = page.QuerySelector("video")!.GetAttribute("src")!;
        using var film = await learner.GetAsync(address);

        Assert.Equal($"/media/{Convert.ToHexStringLower(SHA256.HashData(Film))}.mp4", address);
        Assert.Equal(HttpStatusCode.OK, film.StatusCode);
        Assert.Equal(Film, await film.Content.ReadAsByteArrayAsync());
        Assert.Equal("video/mp4", film.Content.Headers.ContentType!.ToString());
        Assert.Equal("max-age=31536000, private, immutable", Sorted(film.Headers.CacheControl!));
        Assert.Equal("default-src 'none'; sandbox", Header(film, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(film, "X-Content-Type-Options"));
        Assert.Null(film.Content.Headers.ContentDisposition);
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "media"), ".*"));
    }

    [Fact]
    public async Task A_film_is_sought_by_ranges_and_asked_for_once()
    {
        using var content = Folder();
        await using var host = await StartAsync(content);
        var learner = await host.SignedInAsync("specialist");
        using var part = new HttpRequestMessage(HttpMethod.Get, AddressOf(Film, "mp4"));
        part.Headers.Range = new RangeHeaderValue(4, 11);
        using var again = new HttpRequestMessage(HttpMethod.Get, AddressOf(Film, "mp4"));
        again.Headers.IfNoneMatch.Add(new($"\"{AddressOf(Film, "mp4")["/media/".Length..]}\""));

        using var bytes = await learner.SendAsync(part);
        using var unchanged = await learner.SendAsync(again);

        Assert.Equal(HttpStatusCode.PartialContent, bytes.StatusCode);
        Assert.Equal("ftypisom", await bytes.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Documents_and_drawings_are_downloaded_and_never_opened_as_pages()
    {
        using var content = Folder();
        await using var host = await StartAsync(content);
        var learner = await host.SignedInAsync("specialist");

        using var document = await learner.GetAsync(AddressOf(SampleFiles.Pdf, "pdf"));
        using var drawing = await learner.GetAsync(
            AddressOf(System.Text.Encoding.UTF8.GetBytes(SampleFiles.Svg), "svg")
        );

        Assert.Equal("attachment", document.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("attachment", drawing.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("../lms.db")]
    [InlineData("..%2flms.db")]
    [InlineData("%2e%2e%5clms.db")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.db")]
    [InlineData(".0000000000000000000000000000000000000000000000000000000000000000.png.1.part")]
    [InlineData("a.png")]
    public async Task No_other_name_reaches_the_disk(string name)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var answer = await (await host.SignedInAsync("admin")).GetAsync($"/media/{name}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Files_of_a_public_course_open_without_an_account_and_no_others()
    {
        using var content = Folder();
        await using var host = await StartAsync(content);
        using var closed = await host.Anonymous().GetAsync(AddressOf(Film, "mp4"));
        content.Replace(ContentFolder.Course, "\nrevision: 1\n", "\nrevision: 2\n");
        await PublishAsync(
            host,
            content,
            draft => draft with { Manifest = draft.Manifest with { Access = CourseAccess.Public } }
        );

        using var open = await host.Anonymous().GetAsync(AddressOf(Film, "mp4"));
        using var absent = await host.Anonymous().GetAsync(AddressOf([1], "mp4"));

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.True(open.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.Redirect, absent.StatusCode);
    }

    [Fact]
    public async Task A_file_changed_between_the_check_and_publishing_stops_it()
    {
        using var content = Folder();
        await using var host = await StartAsync(content);
        content.Replace(ContentFolder.Course, "\nrevision: 1\n", "\nrevision: 2\n");
        content.Write("courses/basics/assets/film.mp4", [.. Film, 1]);
        var draft = content.Draft();
        content.Write("courses/basics/assets/film.mp4", [.. Film, 2]);
        await using var work = host.Services.WorkAs("a test publishes");

        var answer = await work.Services.GetRequiredService<Publish>().RunAsync(draft);

        Assert.IsType<PublishAnswer.FilesChanged>(answer);
        Assert.Equal(
            [Path.GetFileName(AddressOf(Film, "mp4"))],
            Directory
                .EnumerateFiles(Path.Combine(host.Folder, "media"))
                .Select(file => Path.GetFileName(file))
                .Where(name => Path.GetExtension(name) is ".mp4" or ".part")
        );
    }

    [Fact]
    public async Task A_draft_shows_its_files_to_authors_alone()
    {
        using var content = Folder();
        File.CreateSymbolicLink(
            Path.Combine(content.Root, "courses/basics/assets/secret.txt"),
            "/etc/hostname"
        );
        await using var host = await StartAsync(content);
        var author = await host.SignedInAsync("author");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(author, "assets/film.mp4"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author, "assets/secret.txt"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author, "course.md"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author, "assets/../course.md"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(author, "assets/%2e%2e/course.md"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(await host.SignedInAsync("manager"), "assets/film.mp4")
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Drafts.PreviewMedia("basics", path, ""));
        return answer.StatusCode;
    }

    private static ContentFolder Folder() =>
        new ContentFolder()
            .Write("courses/basics/assets/film.mp4", Film)
            .Write("courses/basics/assets/form.pdf", SampleFiles.Pdf)
            .Write("courses/basics/assets/a.svg", SampleFiles.Svg)
            .WriteLesson(
                "![Фільм](../assets/film.mp4) ![Схема](../assets/a.svg) [зразок](../assets/form.pdf)"
            );

    /// <summary>
    /// The pack of the repository, whose people sign in, with this content, which the demo publishes.
    /// </summary>
    private static Task<LmsHost> StartAsync(ContentFolder content)
    {
        var pack = Repository.File("content", "organisation");
        // Without what names courses: this content has one of its own.
        foreach (
            var file in Directory
                .EnumerateFiles(pack)
                .Where(file => Path.GetFileName(file) != "coverage.yml")
        )
        {
            content.Write(
                Path.Combine("organisation", Path.GetRelativePath(pack, file)),
                File.ReadAllBytes(file)
            );
        }

        return LmsHost.StartAsync(TestDatabase.Sqlite, content.Root);
    }

    private static async Task<PublishAnswer> PublishAsync(
        LmsHost host,
        ContentFolder content,
        Func<CourseDraft, CourseDraft>? change = null
    )
    {
        await using var work = host.Services.WorkAs("a test publishes");
        var draft = content.Draft();
        return await work
            .Services.GetRequiredService<Publish>()
            .RunAsync(change is null ? draft : change(draft));
    }

    private static string AddressOf(byte[] bytes, string extension) =>
        $"/media/{Convert.ToHexStringLower(SHA256.HashData(bytes))}.{extension}";

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(',', answer.Headers.GetValues(name));

    private static string Sorted(CacheControlHeaderValue caching) =>
        $"max-age={caching.MaxAge!.Value.TotalSeconds}, {(caching.Private ? "private" : "public")}, {string.Join(' ', caching.Extensions)}";
}
