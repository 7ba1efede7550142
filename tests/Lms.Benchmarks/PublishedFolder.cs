using System.Globalization;
using System.Text;
using Lms.Web.Content;
using Lms.Web.Content.Pack;

namespace Lms.Benchmarks;

/// <summary>A course on disk, as large as a curriculum, whose revision can be raised.</summary>
internal sealed class PublishedFolder
{
    public const int Count = 100;

    private const string Slug = "large";
    private const int ParagraphsInSection = 4;

    private static readonly DateOnly Day = new(2026, 11, 23);

    private readonly string root;
    private readonly OrganisationPack pack;
    private int revision;

    public PublishedFolder(string root, string content)
    {
        this.root = root;
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(content, "organisation"),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            var copy = Path.Combine(root, Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        pack = PackReader.Read(Path.Combine(root, "organisation"), new Findings());
        var texts = new SearchTexts(content);
        Lessons = [.. Enumerable.Range(0, Count).Select(_ => Text(texts.Lesson()))];
        Directory.CreateDirectory(Course);
        foreach (var (number, text) in Lessons.Index())
        {
            File.WriteAllText(
                Path.Combine(Course, Name(number)),
                $"---\ntitle: \"Урок {Number(number)}\"\nminutes: 6\n---\n\n{text}"
            );
        }
    }

    /// <summary>Their Markdown, without front matter.</summary>
    public IReadOnlyList<string> Lessons { get; }

    private string Course => Path.Combine(root, "courses", Slug);

    public void Raise()
    {
        revision++;
        File.WriteAllText(
            Path.Combine(Course, "course.md"),
            $$"""
            ---
            title: "Великий курс"
            summary: "Сто уроків."
            hours: {self: 10, live: 0}
            revision: {{Number(revision)}}
            changes:
              - {revision: {{Number(revision)}}, date: 2026-11-23, kind: minor, summary: "Ще раз."}
            ---

            Опис.
            """
        );
    }

    /// <summary>As the verb does it, whose process has read the pack when it started.</summary>
    public CheckedCourse Check() => ContentCheck.Run(root, pack, Day).Course(Slug)!;

    /// <summary>What lessons are made of: sections, lists, marked words, links, a callout.</summary>
    private static string Text(List<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var (number, paragraph) in paragraphs.Index())
        {
            var words = paragraph.Split(' ');
            if (number % ParagraphsInSection == 0)
            {
                text.Append("## ").AppendJoin(' ', words[..3]).Append("\n\n");
            }

            text.Append(
                (number % ParagraphsInSection) switch
                {
                    1 => string.Concat(words.Chunk(6).Select(six => $"- {string.Join(' ', six)}\n"))
                        + "\n",
                    2 =>
                        $"**{words[0]} {words[1]}** {string.Join(' ', words[2..^2])} [{words[^2]}](https://example.org/{Number(number)}) {words[^1]}\n\n",
                    3 => $"> [!NOTE]\n> {paragraph}\n\n",
                    _ => paragraph + "\n\n",
                }
            );
        }

        return text.ToString();
    }

    private static string Name(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number + 1:000}-lesson-{number + 1}.md");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
