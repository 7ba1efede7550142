using Lms.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class EvacuationTable : IEntityTypeConfiguration<CommunityEvacuation>
{
    public void Configure(EntityTypeBuilder<CommunityEvacuation> builder) =>
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Community);
}

internal sealed class CommunityContactTable : IEntityTypeConfiguration<CommunityContact>
{
    public void Configure(EntityTypeBuilder<CommunityContact> builder) =>
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Community);
}

internal sealed class OutreachEventTable : IEntityTypeConfiguration<OutreachEvent>
{
    public void Configure(EntityTypeBuilder<OutreachEvent> builder)
    {
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Community);
        builder.HasIndex(one => one.Operation).IsUnique();
        builder.HasIndex(one => one.On);
    }
}
