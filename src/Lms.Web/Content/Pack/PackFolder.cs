using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>The files of one pack by name.</summary>
internal sealed class PackFolder(string folder, Findings findings)
{
    private readonly string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    public bool Exists => Directory.Exists(folder);

    public bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>The names in a folder of the pack, in their order; none when it is not there.</summary>
    public IReadOnlyList<string> NamesIn(string inner) =>
        Path.Combine(folder, inner) is var full && Directory.Exists(full)
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries(full)
                    .Select(path => Path.GetFileName(path))
                    .Where(name => !name.StartsWith('.'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public SourceFile? Open(string file) =>
        SourceFile.Open(Path.Combine(folder, file), PathOf(file), findings);

    public void Report(string file, FindingText text, params string[] args) =>
        findings.Add(new(PathOf(file), 1, 1, text, args));

    /// <summary>The keys of a file that is one mapping.</summary>
    public Fields? Fields(string file) =>
        Open(file) is not { } source
            ? null
            : YamlReader.Read(source, source.Text) switch
            {
                null => null,
                YamlMap map => new Fields(source, map),
                var other => Wrong<Fields>(source, other, YamlTexts.ExpectsKeys, file),
            };

    /// <summary>The entries of a file that is one list.</summary>
    public IReadOnlyList<Fields> Rows(string file) =>
        Open(file) is not { } source
            ? []
            : YamlReader.Read(source, source.Text) switch
            {
                YamlList list => Yaml.Fields.RowsOf(source, list.Entries, file),
                null or YamlMap { Entries.Count: 0 } => [],
                var other => Wrong<IReadOnlyList<Fields>>(
                    source,
                    other,
                    YamlTexts.ExpectsList,
                    file
                ) ?? [],
            };

    /// <summary>Reports what is neither known nor a text for people.</summary>
    public void RefuseStrangers(string[] known)
    {
        foreach (
            var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)
        )
        {
            var file = Path.GetFileName(path);
            if (!known.Contains(file) && !IsForPeople(file))
            {
                var nearest = Nearest.To(file, known);
                findings.Add(new(PathOf(file), 1, 1, FileTexts.Unexpected, [], nearest));
            }
        }
    }

    private static bool IsForPeople(string file) =>
        file.StartsWith('.')
        || file.StartsWith("LICENSE", StringComparison.Ordinal)
        || file.EndsWith(".md", StringComparison.Ordinal);

    private static T? Wrong<T>(SourceFile source, YamlNode place, FindingText text, string file)
        where T : class
    {
        source.ReportAt(text, place.Line, place.Column, null, file);
        return null;
    }

    private string PathOf(string file) => file.Length == 0 ? name : $"{name}/{file}";
}
