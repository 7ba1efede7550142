using Lms.Web.Access;
using Lms.Web.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Support;

/// <summary>An author at the files of a copy of the content, publishing what stands in them.</summary>
public sealed class Author(LmsHost host, string content, string course)
{
    private const string FirstRevision = "\nrevision: 1\n";

    public string Folder => Path.Combine(content, "courses", course);

    public async Task WriteAsync(string file, Func<string, string> edit)
    {
        var path = Path.Combine(Folder, file);
        await File.WriteAllTextAsync(path, edit(await File.ReadAllTextAsync(path)));
    }

    public void Remove(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>The next revision in course.md, with its line of changes.</summary>
    public Task RaiseAsync(int revision, string summary = "Уточнення.", string kind = "minor") =>
        WriteAsync(
            "course.md",
            text =>
                text.Replace(
                        revision == 2 ? FirstRevision : $"\nrevision: {revision - 1}\n",
                        $"\nrevision: {revision}\n",
                        StringComparison.Ordinal
                    )
                    .Replace(
                        "\nchanges:\n",
                        $"\nchanges:\n  - {{revision: {revision}, date: 2026-11-24, kind: {kind}, summary: \"{summary}\"}}\n",
                        StringComparison.Ordinal
                    )
        );

    public CheckedCourse Check() =>
        ContentCheck
            .Run(
                content,
                Path.Combine(content, "organisation"),
                DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime)
            )
            .Course(course)!;

    public async Task<PublishAnswer> PublishAsync()
    {
        var found = Check();
        Assert.True(found.IsClean, string.Join('\n', found.Findings));
        await using var work = host.Services.WorkAs("a test publishes");
        return await work.Services.GetRequiredService<Publish>().RunAsync(found.Draft!);
    }
}
