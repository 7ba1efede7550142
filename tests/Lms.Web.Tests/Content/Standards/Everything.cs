using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>
/// A course in which every file exists, so that the links and pictures of an example are written and
/// can be compared.
/// </summary>
internal sealed class Everything<T>(Func<string, T> named) : IReadOnlyDictionary<string, T>
{
    public IEnumerable<string> Keys => [];

    public IEnumerable<T> Values => [];

    public int Count => 0;

    public T this[string key] => named(key);

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        value = this[key];
        return true;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        Enumerable.Empty<KeyValuePair<string, T>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A page with every anchor.</summary>
internal sealed class EveryAnchor : IReadOnlySet<string>
{
    private static readonly HashSet<string> None = [];

    public int Count => 0;

    public bool Contains(string item) => true;

    public bool IsProperSubsetOf(IEnumerable<string> other) => None.IsProperSubsetOf(other);

    public bool IsProperSupersetOf(IEnumerable<string> other) => None.IsProperSupersetOf(other);

    public bool IsSubsetOf(IEnumerable<string> other) => None.IsSubsetOf(other);

    public bool IsSupersetOf(IEnumerable<string> other) => None.IsSupersetOf(other);

    public bool Overlaps(IEnumerable<string> other) => None.Overlaps(other);

    public bool SetEquals(IEnumerable<string> other) => None.SetEquals(other);

    public IEnumerator<string> GetEnumerator() => None.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
