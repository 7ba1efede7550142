using System.Globalization;
using Lms.Web.Content.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lms.Web.Content.Yaml;

/// <summary>
/// Reads the events of YAML into nodes with places. Anchors and aliases are refused unread:
/// YamlDotNet expands a "billion laughs" file past a gigabyte.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 8;
    private const int MostValues = 20_000;

    private readonly SourceFile file;
    private readonly int linesBefore;
    private readonly IParser parser;
    private int values;

    private YamlReader(SourceFile file, string yaml, int linesBefore)
    {
        this.file = file;
        this.linesBefore = linesBefore;
        parser = new Parser(new StringReader(yaml));
    }

    /// <summary>The one document of <paramref name="yaml"/>; null, with a finding, when it has none.</summary>
    /// <param name="linesBefore">Lines of the file above the text.</param>
    public static YamlNode? Read(SourceFile file, string yaml, int linesBefore = 0)
    {
        try
        {
            return new YamlReader(file, yaml, linesBefore).Document();
        }
        catch (YamlException bad)
        {
            var line = Place(bad.Start.Line) + linesBefore;
            file.ReportAt(YamlTexts.Syntax, line, Place(bad.Start.Column), null, bad.Message);
        }
        catch (Exception bad) when (bad is ArgumentException or InvalidOperationException)
        {
            // What YamlDotNet lets escape on garbage; the place is not known.
            file.ReportAt(YamlTexts.Syntax, linesBefore + 1, 1, null, bad.Message);
        }

        return null;
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return new YamlMap(linesBefore + 1, 1, []);
        }

        parser.Consume<DocumentStart>();
        var root = Node(1);
        if (root is not null)
        {
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
        }

        return root;
    }

    private YamlNode? Node(int depth)
    {
        var next = parser.Consume<ParsingEvent>();
        var (line, column) = (Place(next.Start.Line) + linesBefore, Place(next.Start.Column));
        if (depth > DeepestNesting || ++values > MostValues)
        {
            var text = depth > DeepestNesting ? YamlTexts.TooDeep : YamlTexts.TooLong;
            var most = MostValues.ToString(CultureInfo.InvariantCulture);
            file.ReportAt(text, line, column, null, most);
            return null;
        }

        if (
            next is AnchorAlias
            || next is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        )
        {
            file.ReportAt(YamlTexts.NoAnchors, line, column, null);
            return null;
        }

        return next switch
        {
            Scalar scalar => new YamlScalar(line, column, scalar.Value),
            SequenceStart => List(line, column, depth),
            MappingStart => Map(line, column, depth),
            _ => throw new YamlException(next.Start, next.End, next.ToString() ?? ""),
        };
    }

    private YamlList? List(int line, int column, int depth)
    {
        var entries = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }

        return new(line, column, entries);
    }

    private YamlMap? Map(int line, int column, int depth)
    {
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not { } key || Node(depth + 1) is not { } value)
            {
                return null;
            }

            if (key is not YamlScalar name)
            {
                file.ReportAt(YamlTexts.ExpectsText, key.Line, key.Column, null, "?");
            }
            else if (!entries.TryAdd(name.Value, new(name, value)))
            {
                file.ReportAt(YamlTexts.DuplicateKey, name.Line, name.Column, null, name.Value);
            }
        }

        return new(line, column, [.. entries.Values]);
    }

    private static int Place(long mark) => (int)Math.Clamp(mark, 1, int.MaxValue / 2);
}
