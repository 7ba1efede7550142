using Lms.Browser.Tests.Rooms;
using Lms.Browser.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Lms.Browser.Tests.Support;

/// <summary>People on their way through the product: one browser, and one demo server for most of it.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<DemoServer>
{
    public const string Name = "browser";
}

/// <summary>Pages full of people and in use.</summary>
[CollectionDefinition(Name)]
public sealed class LookCollection : ICollectionFixture<Chromium>, ICollectionFixture<FilledServer>
{
    public const string Name = "look";
}

/// <summary>Rooms with people in them, each test in a room of its own.</summary>
[CollectionDefinition(Name)]
public sealed class RoomCollection : ICollectionFixture<Chromium>, ICollectionFixture<RoomServer>
{
    public const string Name = "rooms";
}

/// <summary>What was recorded, which plays as long as it is.</summary>
[CollectionDefinition(Name)]
public sealed class ReplayCollection : ICollectionFixture<Chromium>
{
    public const string Name = "replays";
}

/// <summary>Servers that are killed, and disks that fail.</summary>
[CollectionDefinition(Name)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}

/// <summary>The long ones first, so that none is left over at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        BrowserCollection.Name,
        RoomCollection.Name,
        LookCollection.Name,
        FaultCollection.Name,
        ReplayCollection.Name,
    ];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [.. testCollections.OrderBy(one => Place(one.TestCollectionDisplayName))];

    private static int Place(string name) =>
        Array.IndexOf(Long, name) is var place and >= 0 ? place : Long.Length;
}
