using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Lms.Web.Content.Markup;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>
/// A course in which every file exists and has every anchor, so that the links of an example are
/// written and can be compared.
/// </summary>
internal sealed class EveryPage : IReadOnlyDictionary<string, LinkedPage>
{
    public IEnumerable<string> Keys => [];

    public IEnumerable<LinkedPage> Values => [];

    public int Count => 0;

    public LinkedPage this[string key] => new(key, new EveryAnchor());

    public bool ContainsKey(string key) => true;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out LinkedPage value)
    {
        value = this[key];
        return true;
    }

    public IEnumerator<KeyValuePair<string, LinkedPage>> GetEnumerator() =>
        Enumerable.Empty<KeyValuePair<string, LinkedPage>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class EveryAnchor : IReadOnlySet<string>
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
}
