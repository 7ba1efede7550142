namespace Lms.Web.Content.Yaml;

/// <summary>A value of YAML with its place in the file, both from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

internal sealed record YamlScalar(int Line, int Column, string Value) : YamlNode(Line, Column);

internal sealed record YamlList(int Line, int Column, IReadOnlyList<YamlNode> Entries)
    : YamlNode(Line, Column);

internal sealed record YamlMap(int Line, int Column, IReadOnlyList<YamlEntry> Entries)
    : YamlNode(Line, Column);

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
