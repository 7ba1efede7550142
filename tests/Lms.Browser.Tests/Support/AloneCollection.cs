namespace Lms.Browser.Tests.Support;

/// <summary>Tests that measure time, after all the others and one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
