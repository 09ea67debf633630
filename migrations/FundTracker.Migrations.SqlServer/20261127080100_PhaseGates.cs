using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PhaseGates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "ConditionKind",
                table: "VoucherPlanSteps",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Value",
                table: "VoucherPlanSteps",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte>(
                name: "Kind",
                table: "TrancheConditions",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Value",
                table: "TrancheConditions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConditionKind",
                table: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "TrancheConditions");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "TrancheConditions");
        }
    }
}
