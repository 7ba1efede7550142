using Lms.Domain.Reports;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class StandingReportTable : IEntityTypeConfiguration<StandingReport>
{
    public void Configure(EntityTypeBuilder<StandingReport> builder)
    {
        builder.HasIndex(report => report.Number).IsUnique();
        builder.HasOne<Territory>().WithMany().HasForeignKey(report => report.Territory);
        builder.HasOne<StandingReport>().WithMany().HasForeignKey(report => report.Supplements);
    }
}

internal sealed class SavedReportTable : IEntityTypeConfiguration<SavedReport>
{
    public void Configure(EntityTypeBuilder<SavedReport> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(report => report.AccountId);
        builder.HasIndex(report => report.NextOn);
    }
}
